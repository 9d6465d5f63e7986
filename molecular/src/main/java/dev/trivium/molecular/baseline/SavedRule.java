package dev.trivium.molecular.baseline;

import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.applicability.SavedTrainingSpace;
import dev.trivium.nn.artifact.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a kind of model file becomes a rule.
 *
 * @param kind of the file: {@code molecular-} and the usual name of the spec
 * @param spec what its settings are
 * @param trees whether it is of trees, and keeps the training molecules; else it is a mean
 * @param reader makes the rule of tensors whose names and shapes have been checked
 */
record SavedRule<S extends PropertyPredictorSpec>(String kind, Class<S> spec, boolean trees, Reader<S> reader) {

    /** Makes a rule of what a file holds, or refuses it. */
    interface Reader<S> {
        Rule read(Path file, S spec, int tasks, Map<String, StoredTensor> tensors) throws IOException;
    }

    static final String WEIGHTS = "weights.safetensors";

    private static final String PREFIX = "molecular-";
    private static final List<SavedRule<?>> ALL = List.of(
            new SavedRule<>(kind(TrainMeanSpec.NAME), TrainMeanSpec.class, false, (file, spec, tasks, tensors) ->
                    MeanRule.read(file, tensors)),
            new SavedRule<>(kind(RandomForestSpec.NAME), RandomForestSpec.class, true, (file, spec, tasks, tensors) ->
                    TreesRule.read(file, spec.kind(), spec.inputs(), tasks, tensors, (boosted, trees) -> Optional.empty())),
            new SavedRule<>(kind(BoostedTreesSpec.NAME), BoostedTreesSpec.class, true, (file, spec, tasks, tensors) ->
                    TreesRule.read(file, spec.kind(), BoostedTreesFitting.SEEN, tasks, tensors, BoostedTreesFitting::note)));

    private static String kind(String name) {
        return PREFIX + name;
    }

    /** {@return the kind of file that holds such a model} */
    static String kindOf(PropertyPredictorSpec spec) {
        return ALL.stream().filter(rule -> rule.spec().isInstance(spec)).findFirst().orElseThrow().kind();
    }

    /** {@return the shapes of the tensors that such a file has, those of this one where any length would do} */
    Map<String, long[]> shapes(int tasks, Map<String, StoredTensor> actual) {
        if (!trees) {
            return MeanRule.shapes(tasks);
        }
        Map<String, long[]> shapes = TreesRule.shapes(tasks, actual);
        shapes.putAll(SavedTrainingSpace.shapes(tasks, actual));
        return shapes;
    }

    static Optional<SavedRule<?>> of(String kind) {
        return ALL.stream().filter(rule -> rule.kind().equals(kind)).findFirst();
    }
}
