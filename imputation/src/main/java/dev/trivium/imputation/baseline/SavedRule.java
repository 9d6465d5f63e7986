package dev.trivium.imputation.baseline;

import dev.trivium.imputation.ImputerSpec;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a kind of baseline is read from a file.
 *
 * @param name of the recipe
 * @param spec what its settings are
 * @param reader makes the rule
 */
record SavedRule<S extends ImputerSpec>(String name, Class<S> spec, Reader<S> reader) {

    /** Makes a rule of what a file holds, or refuses it. */
    interface Reader<S> {
        Rule read(Path file, S spec, int series, Map<String, StoredTensor> tensors) throws IOException;
    }

    static final String WEIGHTS = "weights.safetensors";

    /** Some recipes have names that forecasters have too; files must not. */
    private static final String PREFIX = "fill-";

    private static final List<SavedRule<?>> ALL = List.of(
            new SavedRule<>(MeanSpec.NAME, MeanSpec.class, (file, spec, series, tensors) -> nothing(file, tensors, TimeRule.MEAN)),
            new SavedRule<>(LastSpec.NAME, LastSpec.class, (file, spec, series, tensors) -> nothing(file, tensors, TimeRule.LAST)),
            new SavedRule<>(LinearSpec.NAME, LinearSpec.class, (file, spec, series, tensors) -> nothing(file, tensors, TimeRule.LINEAR)),
            new SavedRule<>(NearestNodesSpec.NAME, NearestNodesSpec.class, (file, spec, series, tensors) ->
                    NearestNodesRule.read(file, spec.neighbours(), series, tensors)),
            new SavedRule<>(MatrixFactorisationSpec.NAME, MatrixFactorisationSpec.class, (file, spec, series, tensors) ->
                    FactorRule.read(file, series, tensors)),
            new SavedRule<>(RidgeArSpec.NAME, RidgeArSpec.class, (file, spec, series, tensors) -> RidgeRule.read(file, spec.neighbours(), series, tensors)));

    static String kind(ImputerSpec spec) {
        return PREFIX + spec.name();
    }

    static Optional<SavedRule<?>> of(String kind) {
        return ALL.stream().filter(rule -> kind.equals(PREFIX + rule.name())).findFirst();
    }

    private static Rule nothing(Path file, Map<String, StoredTensor> tensors, Rule rule) throws IOException {
        TensorCheck.require(file, Map.of(), tensors);
        return rule;
    }
}
