package dev.trivium.timeseries.baseline;

import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import dev.trivium.timeseries.ForecasterSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a kind of model file becomes a rule.
 *
 * @param kind of the file, and name of the spec
 * @param spec what its settings are
 * @param reader makes the rule
 */
record SavedRule<S extends ForecasterSpec>(String kind, Class<S> spec, Reader<S> reader) {

    /** Makes a rule of what a file holds, or refuses it. */
    interface Reader<S> {
        Rule read(Path file, S spec, TrainedOn trainedOn, Map<String, StoredTensor> tensors) throws IOException;
    }

    static final String WEIGHTS = "weights.safetensors";

    private static final List<SavedRule<?>> ALL = List.of(
            new SavedRule<>(LastValueSpec.NAME, LastValueSpec.class, (file, spec, trainedOn, tensors) -> {
                TensorCheck.require(file, Map.of(), tensors);
                return new LastValueRule(spec.horizon());
            }),
            new SavedRule<>(DriftSpec.NAME, DriftSpec.class, (file, spec, trainedOn, tensors) -> {
                TensorCheck.require(file, Map.of(), tensors);
                return new DriftRule(spec.lookback(), spec.horizon());
            }),
            new SavedRule<>(SeasonalNaiveSpec.NAME, SeasonalNaiveSpec.class, (file, spec, trainedOn, tensors) ->
                    seasonalNaive(file, spec, tensors)),
            new SavedRule<>(LinearSpec.NAME, LinearSpec.class, (file, spec, trainedOn, tensors) ->
                    LinearRule.read(file, spec, trainedOn.columns().size(), tensors)),
            new SavedRule<>(BoostedTreesSpec.NAME, BoostedTreesSpec.class, BoostedTreesRule::read));

    static Optional<SavedRule<?>> of(String kind) {
        return ALL.stream().filter(rule -> rule.kind().equals(kind)).findFirst();
    }

    private static Rule seasonalNaive(Path file, SeasonalNaiveSpec spec, Map<String, StoredTensor> tensors) throws IOException {
        TensorCheck.require(file, Map.of(SeasonalNaiveRule.TENSOR, new long[] {2}), tensors);
        StoredTensor stored = tensors.get(SeasonalNaiveRule.TENSOR);
        if (stored.type().floating()) {
            throw new ModelFileException(file, WEIGHTS, SeasonalNaiveRule.TENSOR + " must hold integers, got " + stored.type());
        }
        long[] seasons = stored.toLongs();
        boolean stated = spec.season() == 0 || seasons[0] == spec.season();
        if (seasons[0] < 1 || seasons[0] > spec.lookback() || seasons[1] < 0 || seasons[1] > Integer.MAX_VALUE || !stated) {
            throw new ModelFileException(file, WEIGHTS, SeasonalNaiveRule.TENSOR + " must be between 1 and the look-back of "
                    + spec.lookback() + ", and the stated one, got " + seasons[0]);
        }
        return new SeasonalNaiveRule(spec.horizon(), (int) seasons[0], (int) seasons[1]);
    }
}
