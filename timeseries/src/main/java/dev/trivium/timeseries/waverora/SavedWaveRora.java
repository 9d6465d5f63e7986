package dev.trivium.timeseries.waverora;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.Variable;
import dev.trivium.nn.artifact.ModelContents;
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
import java.util.Optional;

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
        preprocessing.put("variables", model.variables().stream().map(SavedWaveRora::describe).toList());
        List<StoredTensor> tensors = new ArrayList<>();
        model.parameters().snapshot().forEach((name, values) ->
                tensors.add(StoredTensor.floats(name, model.parameters().get(name).shape(), values)));
        return ModelContents.model(KIND, VERSION, describe(model.spec()), preprocessing, model.provenance(), tensors);
    }

    private static Map<String, Object> describe(Variable variable) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", variable.name());
        variable.unit().ifPresent(unit -> map.put("unit", unit));
        return map;
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
        WaveRoraSpec spec = parsed(file, "spec.json", () -> JSON.convertValue(contents.spec(), WaveRoraSpec.class));
        Map<String, Object> preprocessing = present(contents.preprocessing());
        List<Variable> variables = parsed(file, "preprocessing.json", () -> variables(preprocessing));
        Standardiser standardiser = parsed(file, "preprocessing.json", () -> Standardiser.parse(object(preprocessing.get("standardiser"))));
        String step = parsed(file, "preprocessing.json", () -> String.valueOf(preprocessing.get("step")));
        if (!standardiser.names().equals(variables.stream().map(Variable::name).toList())) {
            throw new ModelFileException(file, "preprocessing.json", "must name the same series for variables and standardiser");
        }
        requireSize(file, spec, contents);
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
            return new WaveRoraForecaster(spec, variables, step, standardiser, parameters, network, present(contents.provenance()));
        } catch (IOException | RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    /** Refuses sizes that the file's tensors cannot have, before memory is taken for them: square maps and feed-forward layers alone. */
    private static void requireSize(Path file, WaveRoraSpec spec, ModelContents contents) throws ModelFileException {
        EncoderSettings encoder = spec.architecture().encoder();
        double width = encoder.width();
        double narrow = spec.architecture().variant().domain() == Variant.Domain.WAVELET ? spec.architecture().decomposition().width() : width;
        double least = encoder.layers() * (2 * width * width + 2 * narrow * encoder.hidden());
        long stored = contents.tensors().values().stream().mapToLong(StoredTensor::elements).sum();
        if (least > stored) {
            throw new ModelFileException(file, "spec.json", String.format(Locale.ROOT,
                    "must describe a network of the %d numbers in weights.safetensors, got one of at least %.0f", stored, least));
        }
    }

    private interface Parse<T> {
        T get();
    }

    private static <T> T parsed(Path file, String entry, Parse<T> parse) throws ModelFileException {
        try {
            return parse.get();
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw new ModelFileException(file, entry, "must describe a " + KIND + " model: " + firstLine(e));
        }
    }

    private static String firstLine(Exception e) {
        Throwable cause = e.getCause() == null || e.getCause().getMessage() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static Map<String, Object> present(Map<String, ?> map) {
        Map<String, Object> present = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }

    private static Map<String, Object> object(Object value) {
        return JSON.convertValue(value, new TypeReference<Map<String, Object>>() {});
    }

    private static List<Variable> variables(Map<String, Object> preprocessing) {
        List<Map<String, Object>> described = JSON.convertValue(preprocessing.get("variables"), new TypeReference<>() {});
        return described.stream()
                .map(v -> new Variable((String) v.get("name"), Optional.ofNullable((String) v.get("unit"))))
                .toList();
    }
}
