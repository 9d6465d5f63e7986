package dev.trivium.timeseries.waverora;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.Variable;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelEntries;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a fitted WaveRoRA to a model file and reads it back. */
public final class SavedWaveRora {

    /** The kind of such a file, and the model's name. */
    public static final String KIND = "waverora";

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SavedWaveRora() {}

    static Map<String, Object> describe(WaveRoraSpec spec) {
        return JSON.convertValue(spec, new TypeReference<Map<String, Object>>() {});
    }

    static ModelContents contents(WaveRoraForecaster model) {
        Map<String, Object> preprocessing = new LinkedHashMap<>();
        preprocessing.put("standardiser", model.standardiser().describe());
        preprocessing.put("step", model.step());
        preprocessing.put("variables", model.variables().stream().map(Variable::describe).toList());
        List<StoredTensor> tensors = new ArrayList<>();
        model.parameters().snapshot().forEach((name, values) ->
                tensors.add(StoredTensor.floats(name, model.parameters().get(name).shape(), values)));
        return ModelContents.model(KIND, VERSION, describe(model.spec()), preprocessing, model.provenance(), tensors);
    }

    /**
     * Restores a model.
     *
     * @throws IOException if its settings or tensors are not those of a WaveRoRA; the message names the file and the entry
     */
    public static WaveRoraForecaster read(Path file, ModelContents contents, String device) throws IOException {
        if (contents.version() != VERSION) {
            throw new ModelFileException(file, "manifest.json", String.format(Locale.ROOT, "must be of version %d for %s, got %d",
                    VERSION, KIND, contents.version()));
        }
        ModelEntries entries = new ModelEntries(file, contents);
        WaveRoraSpec spec = entries.parse(ModelEntries.SPEC, () -> JSON.convertValue(contents.spec(), WaveRoraSpec.class));
        Map<String, Object> preprocessing = entries.preprocessing();
        List<Variable> variables = entries.parse(ModelEntries.PREPROCESSING, () -> Variable.parse(preprocessing.get("variables")));
        Standardiser standardiser = entries.parse(ModelEntries.PREPROCESSING, () -> Standardiser.parse(object(preprocessing.get("standardiser"))));
        String step = entries.parse(ModelEntries.PREPROCESSING, () -> String.valueOf(preprocessing.get("step")));
        if (!standardiser.names().equals(variables.stream().map(Variable::name).toList())) {
            throw new ModelFileException(file, ModelEntries.PREPROCESSING, "must name the same series for variables and standardiser");
        }
        entries.requireNumbers(leastNumbers(spec));
        Parameters parameters = Parameters.create(Compute.choose(device), 0);
        try {
            WaveRoraNetwork network = new WaveRoraNetwork(spec.architecture(), spec.lookback(), spec.horizon(), variables.size(), parameters);
            Map<String, long[]> expected = new LinkedHashMap<>();
            parameters.names().forEach(name -> expected.put(name, parameters.get(name).shape()));
            TensorCheck.require(file, expected, contents.tensors());
            Map<String, float[]> values = new LinkedHashMap<>();
            for (StoredTensor tensor : contents.tensors().values()) {
                values.put(tensor.name(), TensorCheck.weights(file, tensor));
            }
            parameters.restore(values);
            return new WaveRoraForecaster(spec, variables, step, standardiser, parameters, network, entries.provenance());
        } catch (IOException | RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    /** {@return numbers that such a network has at the least: those of square maps and feed-forward layers} */
    private static double leastNumbers(WaveRoraSpec spec) {
        EncoderSettings encoder = spec.architecture().encoder();
        double width = encoder.width();
        double narrow = spec.architecture().variant().domain() == Variant.Domain.WAVELET ? spec.architecture().decomposition().width() : width;
        return encoder.layers() * (2 * width * width + 2 * narrow * encoder.hidden());
    }

    private static Map<String, Object> object(Object value) {
        return JSON.convertValue(value, new TypeReference<Map<String, Object>>() {});
    }
}
