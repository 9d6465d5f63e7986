package dev.trivium.imputation.fgatt;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.Variable;
import dev.trivium.imputation.graph.GraphSettings;
import dev.trivium.imputation.graph.NodeLayout;
import dev.trivium.imputation.graph.NodeWeights;
import dev.trivium.imputation.interval.GapIntervals;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
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
import org.jspecify.annotations.Nullable;

/** Writes a fitted FGATT to a model file and reads it back. */
public final class SavedFgatt {

    /** The kind of such a file, and the model's name. */
    public static final String KIND = "fgatt";

    private static final int VERSION = 1;
    private static final String HISTORY = "graph.history";
    private static final String GIVEN = "graph.given";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SavedFgatt() {}

    /** A recipe without its given graph, which is among the tensors. */
    private record Settings(Architecture architecture, GraphSettings graph, Hiding hiding, Recipe recipe, String separator, int stride) {
        FgattSpec spec(@Nullable NodeWeights given) {
            return new FgattSpec(architecture, graph, hiding, recipe, separator, stride, given);
        }
    }

    static Map<String, Object> describe(FgattSpec s) {
        return JSON.convertValue(new Settings(s.architecture(), s.graph(), s.hiding(), s.recipe(), s.separator(), s.stride()),
                new TypeReference<Map<String, Object>>() {});
    }

    static void write(Path file, FgattImputer model) throws IOException {
        Map<String, Object> preprocessing = new LinkedHashMap<>();
        preprocessing.put("standardiser", model.standardiser().describe());
        preprocessing.put("intervals", model.intervals().describe());
        preprocessing.put("step", model.step());
        preprocessing.put("variables", model.variables().stream().map(SavedFgatt::describe).toList());
        List<StoredTensor> tensors = new ArrayList<>();
        model.parameters().snapshot().forEach((name, values) ->
                tensors.add(StoredTensor.floats(name, model.parameters().get(name).shape(), values)));
        add(HISTORY, model.graphs().history(), tensors);
        add(GIVEN, model.graphs().given(), tensors);
        ModelFile.write(file, ModelContents.model(KIND, VERSION, describe(model.spec()), preprocessing, model.provenance(), tensors));
    }

    private static void add(String name, @Nullable NodeWeights weights, List<StoredTensor> tensors) {
        if (weights != null) {
            tensors.add(StoredTensor.floats(name, new long[] {weights.nodes(), weights.nodes()}, weights.toArray()));
        }
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
     * @throws IOException if its settings or tensors are not those of an FGATT; the message names the file and the entry
     */
    public static FgattImputer read(Path file, ModelContents contents, String device) throws IOException {
        if (contents.version() != VERSION) {
            throw new ModelFileException(file, "manifest.json", String.format(Locale.ROOT, "must be of version %d for %s, got %d",
                    VERSION, KIND, contents.version()));
        }
        Settings settings = parsed(file, "spec.json", () -> JSON.convertValue(contents.spec(), Settings.class));
        FgattSpec spec = parsed(file, "spec.json", () -> settings.spec(settings.graph().needsGiven() ? weights(contents, GIVEN) : null));
        Map<String, Object> preprocessing = present(contents.preprocessing());
        List<Variable> variables = parsed(file, "preprocessing.json", () -> variables(preprocessing));
        Standardiser standardiser = parsed(file, "preprocessing.json", () -> Standardiser.parse(object(preprocessing.get("standardiser"))));
        GapIntervals intervals = parsed(file, "preprocessing.json", () -> GapIntervals.parse(object(preprocessing.get("intervals"))));
        String step = parsed(file, "preprocessing.json", () -> String.valueOf(preprocessing.get("step")));
        if (!standardiser.names().equals(variables.stream().map(Variable::name).toList())) {
            throw new ModelFileException(file, "preprocessing.json", "must name the same series for variables and standardiser");
        }
        NodeLayout layout = parsed(file, "spec.json", () -> spec.layout(standardiser.names()));
        WindowGraphs graphs = parsed(file, "weights.safetensors", () -> WindowGraphs.of(spec.graph(),
                spec.graph().needsHistory() ? weights(contents, HISTORY) : null, spec.given()));
        requireSize(file, spec, contents);
        Parameters parameters = Parameters.create(Compute.choose(device), 0);
        try {
            FgattNetwork network = new FgattNetwork(spec.architecture(), layout.nodes().size(), layout.channels().size(),
                    WindowGraphs.wanted(spec.graph()), parameters);
            restore(file, contents, graphs, layout, parameters);
            WindowFill windows = new WindowFill(spec.architecture(), layout, standardiser, graphs.builder(), parameters, network);
            return new FgattImputer(spec, variables, step, layout, standardiser, graphs, parameters, windows, intervals,
                    present(contents.provenance()));
        } catch (IOException | RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    private static NodeWeights weights(ModelContents contents, String name) {
        StoredTensor tensor = contents.tensors().get(name);
        if (tensor == null || tensor.shape().length != 2) {
            throw new IllegalArgumentException("tensors must hold " + name + " of shape (nodes, nodes)");
        }
        return NodeWeights.of((int) tensor.shape()[0], tensor.toFloats());
    }

    private static void restore(Path file, ModelContents contents, WindowGraphs graphs, NodeLayout layout, Parameters parameters)
            throws IOException {
        Map<String, long[]> expected = new LinkedHashMap<>();
        parameters.names().forEach(name -> expected.put(name, parameters.get(name).shape()));
        long nodes = layout.nodes().size();
        if (graphs.history() != null) {
            expected.put(HISTORY, new long[] {nodes, nodes});
        }
        if (graphs.given() != null) {
            expected.put(GIVEN, new long[] {nodes, nodes});
        }
        TensorCheck.require(file, expected, contents.tensors());
        Map<String, float[]> values = new LinkedHashMap<>();
        for (StoredTensor tensor : contents.tensors().values()) {
            if (parameters.names().contains(tensor.name())) {
                values.put(tensor.name(), TensorCheck.weights(file, tensor));
            }
        }
        parameters.restore(values);
    }

    /** Refuses sizes that the file's tensors cannot have, before memory is taken for them: temporal layers and steps alone. */
    private static void requireSize(Path file, FgattSpec spec, ModelContents contents) throws ModelFileException {
        Architecture a = spec.architecture();
        double least = a.layers() * (4.0 * a.width() * a.width() + 2.0 * a.width() * a.hidden()) + (double) a.window() * a.width();
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
