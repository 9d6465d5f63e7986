package dev.trivium.molecular.baseline;

import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.nn.artifact.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a kind of model file becomes a rule.
 *
 * @param kind of the file: {@code molecular-} and the name of the spec
 * @param spec what its settings are
 * @param reader makes the rule
 */
record SavedRule<S extends PropertyPredictorSpec>(String kind, Class<S> spec, Reader<S> reader) {

    /** Makes a rule of what a file holds, or refuses it. */
    interface Reader<S> {
        Rule read(Path file, S spec, int tasks, Map<String, StoredTensor> tensors) throws IOException;
    }

    static final String WEIGHTS = "weights.safetensors";

    private static final String PREFIX = "molecular-";
    private static final List<SavedRule<?>> ALL = List.of(
            new SavedRule<>(kind(TrainMeanSpec.NAME), TrainMeanSpec.class, (file, spec, tasks, tensors) -> MeanRule.read(file, tasks, tensors)));

    static String kind(String name) {
        return PREFIX + name;
    }

    static Optional<SavedRule<?>> of(String kind) {
        return ALL.stream().filter(rule -> rule.kind().equals(kind)).findFirst();
    }
}
