package dev.trivium.timeseries.timetracker;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.data.series.Variable;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelEntries;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.timeseries.interval.SavedIntervals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes weights, or a forecaster with its weights, to a model file and reads them back.
 *
 * <p>{@code spec.json} holds {@code settings}, the shape of the network, {@code mixing} and {@code window} if series see each other, and for a forecaster
 * {@code forecaster}, its recipe; {@code preprocessing.json} holds a forecaster's {@code variables}. Tensors are all parameters and buffers by name.
 */
public final class SavedTimeTracker {

    /** The kind of such a file, and the model's name. */
    public static final String KIND = "timetracker";

    private static final int VERSION = 1;
    private static final int DIGITS = 8; // of a checksum, for people
    private static final int MOST_POINTS = 1_000_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SavedTimeTracker() {}

    /** Writes weights of a network whose series do not see each other, whole or not at all. */
    static void write(Path file, TimeTrackerSettings settings, Parameters parameters, Map<String, Object> provenance) throws IOException {
        ModelFile.write(file, contents(Map.of("settings", map(settings)), Map.of(), provenance, parameters));
    }

    /** Writes weights, whole or not at all. */
    static void write(Path file, NetworkModel model, Map<String, Object> provenance) throws IOException {
        ModelFile.write(file, contents(network(model), Map.of(), provenance, model.parameters()));
    }

    private static Map<String, Object> network(NetworkModel model) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("settings", map(model.settings()));
        if (model.mixing().mixes()) {
            spec.put("mixing", map(model.mixing()));
            spec.put("window", model.graph().window());
        }
        return spec;
    }

    /** {@return what a file of a forecaster holds} */
    static ModelContents contents(TimeTrackerForecaster model) {
        Map<String, Object> spec = network(model.tracker().model());
        spec.put("forecaster", RecipeText.describe(model.spec()));
        Map<String, Object> preprocessing = Map.of("variables", model.variables().stream().map(Variable::describe).toList());
        return contents(spec, preprocessing, model.provenance(), model.tracker().model().parameters());
    }

    private static ModelContents contents(Map<String, Object> spec, Map<String, Object> preprocessing, Map<String, Object> provenance,
            Parameters parameters) {
        List<StoredTensor> tensors = new ArrayList<>();
        parameters.snapshot().forEach((name, values) -> tensors.add(StoredTensor.floats(name, parameters.get(name).shape(), values)));
        return ModelContents.model(KIND, VERSION, spec, preprocessing, provenance, tensors);
    }

    /**
     * Restores a forecaster.
     *
     * @throws IOException if the file holds weights alone, or its settings or tensors are not those of a Time Tracker; the message names the
     *     file and the entry
     */
    public static TimeTrackerForecaster read(Path file, ModelContents contents, String device) throws IOException {
        requireKind(file, contents);
        if (contents.spec().get("forecaster") == null) {
            throw new ModelFileException(file, ModelEntries.SPEC, "must describe a forecaster, got weights alone; TimeTracker.load reads these");
        }
        ModelEntries entries = new ModelEntries(file, contents);
        TimeTrackerSpec spec = entries.parse(ModelEntries.SPEC, () -> RecipeText.parse(map(contents.spec().get("forecaster"))));
        List<Variable> variables = entries.parse(ModelEntries.PREPROCESSING, () -> Variable.parse(entries.preprocessing().get("variables")));
        return new TimeTrackerForecaster(spec, weights(file, contents, device, false), variables, entries.provenance());
    }

    /** Restores the weights alone, of either sort of file. */
    static TimeTracker weights(Path file, ModelContents stored, String device, boolean shared) throws IOException {
        ModelContents contents = SavedIntervals.without(stored);
        requireKind(file, contents);
        ModelEntries entries = new ModelEntries(file, contents);
        TimeTrackerSettings settings = entries.parse(ModelEntries.SPEC, () -> JSON.convertValue(contents.spec().get("settings"), TimeTrackerSettings.class));
        Mixing mixing = contents.spec().get("mixing") == null ? Mixing.alone()
                : entries.parse(ModelEntries.SPEC, () -> JSON.convertValue(contents.spec().get("mixing"), Mixing.class));
        int window = mixing.mixes() ? entries.parse(ModelEntries.SPEC, () -> window(contents)) : 0;
        requireSize(file, settings, entries);
        Parameters parameters = Parameters.create(Compute.choose(device), 0);
        try {
            NetworkModel model = NetworkModel.create(settings, mixing, window, parameters);
            Map<String, long[]> expected = new LinkedHashMap<>();
            parameters.names().forEach(name -> expected.put(name, parameters.get(name).shape()));
            TensorCheck.require(file, expected, contents.tensors());
            Map<String, float[]> values = new LinkedHashMap<>();
            for (StoredTensor tensor : contents.tensors().values()) {
                values.put(tensor.name(), TensorCheck.weights(file, tensor));
            }
            parameters.restore(values);
            String origin = (shared ? "shipped weights " : "weights ") + ShippedWeights.sha256(Files.readAllBytes(file)).substring(0, DIGITS);
            return new TimeTracker(model, entries.provenance(), origin, shared);
        } catch (IOException | RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    private static int window(ModelContents contents) {
        long window = contents.spec().get("window") instanceof Number number ? number.longValue() : 0;
        if (window < 1 || window > MOST_POINTS) {
            throw new IllegalArgumentException("window must be between 1 and " + MOST_POINTS + ", got " + window);
        }
        return (int) window;
    }

    private static void requireKind(Path file, ModelContents contents) throws ModelFileException {
        if (!contents.kind().equals(KIND)) {
            throw new ModelFileException(file, "manifest.json", "must be of the kind " + KIND + ", got " + contents.kind());
        }
        if (contents.version() != VERSION) {
            throw new ModelFileException(file, "manifest.json", String.format(Locale.ROOT, "must be of version %d for %s, got %d",
                    VERSION, KIND, contents.version()));
        }
    }

    /** Before memory is taken for them. */
    private static void requireSize(Path file, TimeTrackerSettings settings, ModelEntries entries) throws ModelFileException {
        entries.requireNumbers(leastNumbers(settings));
        if (settings.positions() > MOST_POINTS / settings.patch()) {
            throw new ModelFileException(file, ModelEntries.SPEC, String.format(Locale.ROOT, "must describe a network of at most %d points, got %d "
                    + "patches of %d", MOST_POINTS, settings.positions(), settings.patch()));
        }
    }

    /** {@return numbers that such a network has at the least: those of square maps, experts, head and embedding} */
    private static double leastNumbers(TimeTrackerSettings settings) {
        double width = settings.width();
        ExpertSettings experts = settings.experts();
        return settings.layers() * (4 * width * width + ((double) experts.shared() + experts.experts()) * 2 * width * experts.hidden())
                + width * settings.patch() * (2.0 + settings.quantiles().size());
    }

    /** {@return a value as a JSON object} */
    static Map<String, Object> map(Object value) {
        return JSON.convertValue(value, new TypeReference<Map<String, Object>>() {});
    }

    /** {@return a JSON value as a record} */
    static <T> T record(@Nullable Object value, Class<T> type) {
        if (value == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " must be there, got null");
        }
        return JSON.convertValue(value, type);
    }
}
