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
import dev.trivium.nn.artifact.ModelEntries;
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
        preprocessing.put("variables", model.variables().stream().map(Variable::describe).toList());
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
        ModelEntries entries = new ModelEntries(file, contents);
        Settings settings = entries.parse(ModelEntries.SPEC, () -> JSON.convertValue(contents.spec(), Settings.class));
        FgattSpec spec = entries.parse(ModelEntries.SPEC, () -> settings.spec(settings.graph().needsGiven() ? weights(contents, GIVEN) : null));
        Map<String, Object> preprocessing = entries.preprocessing();
        List<Variable> variables = entries.parse(ModelEntries.PREPROCESSING, () -> Variable.parse(preprocessing.get("variables")));
        Standardiser standardiser = entries.parse(ModelEntries.PREPROCESSING, () -> Standardiser.parse(object(preprocessing.get("standardiser"))));
        GapIntervals intervals = entries.parse(ModelEntries.PREPROCESSING, () -> GapIntervals.parse(object(preprocessing.get("intervals"))));
        String step = entries.parse(ModelEntries.PREPROCESSING, () -> String.valueOf(preprocessing.get("step")));
        if (!standardiser.names().equals(variables.stream().map(Variable::name).toList())) {
            throw new ModelFileException(file, ModelEntries.PREPROCESSING, "must name the same series for variables and standardiser");
        }
        NodeLayout layout = entries.parse(ModelEntries.SPEC, () -> spec.layout(standardiser.names()));
        WindowGraphs graphs = entries.parse(ModelEntries.WEIGHTS, () -> WindowGraphs.of(spec.graph(),
                spec.graph().needsHistory() ? weights(contents, HISTORY) : null, spec.given()));
        entries.requireNumbers(leastNumbers(spec));
        Parameters parameters = Parameters.create(Compute.choose(device), 0);
        try {
            FgattNetwork network = new FgattNetwork(spec.architecture(), layout.nodes().size(), layout.channels().size(),
                    WindowGraphs.wanted(spec.graph()), parameters);
            restore(file, contents, graphs, layout, parameters);
            WindowFill windows = new WindowFill(spec.architecture(), layout, standardiser, graphs.builder(), parameters, network);
            return new FgattImputer(spec, variables, step, layout, standardiser, graphs, parameters, windows, intervals,
                    entries.provenance());
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

    /** {@return numbers that such a network has at the least: those of temporal layers and steps} */
    private static double leastNumbers(FgattSpec spec) {
        Architecture a = spec.architecture();
        return a.layers() * (4.0 * a.width() * a.width() + 2.0 * a.width() * a.hidden()) + (double) a.window() * a.width();
    }

    private static Map<String, Object> object(Object value) {
        return JSON.convertValue(value, new TypeReference<Map<String, Object>>() {});
    }
}
