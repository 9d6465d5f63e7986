package dev.trivium.timeseries.baseline;

import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import dev.trivium.nn.trees.TreeEnsemble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trees, and what they are to be shown. Stored: the arrays of {@link TreeEnsemble}, and {@code layout}: season, number of
 * calendar inputs, whether the trees are boosted (else a forest).
 */
record BoostedTreesRule(int horizon, TreeLayout layout, TrainedOn trainedOn, TreeEnsemble trees, boolean boosted) implements Rule {

    private static final String LAYOUT = "layout";

    @Override
    public Steps over(FilledRows rows) {
        TreeInputs inputs = new TreeInputs(layout, rows, trainedOn, horizon);
        return (origin, target, offset) -> forecast(inputs, origin, target, offset);
    }

    private void forecast(TreeInputs inputs, int origin, double[] target, int offset) {
        int width = layout.count();
        int series = inputs.series();
        float[] rows = new float[horizon * width];
        for (int s = 0; s < series; s++) {
            inputs.write(origin, s, 0, horizon, rows, 0);
            double[] sums = trees.sums(rows, horizon, width);
            float c = inputs.mean(origin, s);
            int column = trainedOn.targetColumns()[s];
            for (int h = 0; h < horizon; h++) {
                target[offset + h * series + s] = (sums[h] + c) * trainedOn.standardiser().deviation(column)
                        + trainedOn.standardiser().mean(column);
            }
        }
    }

    @Override
    public Optional<String> note() {
        return Optional.of(boosted ? trees.trees() + " trees by XGBoost"
                : "a random forest of " + trees.trees() + " trees: XGBoost's native library did not run where it was fitted");
    }

    @Override
    public List<StoredTensor> tensors() {
        List<StoredTensor> tensors = new ArrayList<>(trees.tensors(""));
        tensors.add(StoredTensor.longs(LAYOUT, new long[] {3}, new long[] {layout.season(), layout.calendar(), boosted ? 1 : 0}));
        return tensors;
    }

    /** @throws IOException if the tensors are not those of such a rule */
    static BoostedTreesRule read(Path file, BoostedTreesSpec spec, TrainedOn trainedOn, Map<String, StoredTensor> tensors) throws IOException {
        Map<String, long[]> expected = new LinkedHashMap<>();
        for (String name : TreeEnsemble.names("")) {
            expected.put(name, new long[] {tensors.containsKey(name) ? tensors.get(name).elements() : 0}); // any length
        }
        expected.put(LAYOUT, new long[] {3});
        TensorCheck.require(file, expected, tensors);
        if (tensors.get(LAYOUT).type().floating()) {
            throw new ModelFileException(file, SavedRule.WEIGHTS, LAYOUT + " must hold integers, got " + tensors.get(LAYOUT).type());
        }
        long[] stored = tensors.get(LAYOUT).toLongs();
        if (stored[0] < 1 || stored[0] > spec.lookback() || stored[1] < 0 || stored[1] > 4 || stored[2] >> 1 != 0) {
            throw new ModelFileException(file, SavedRule.WEIGHTS, LAYOUT + " must hold a season within the look-back of " + spec.lookback()
                    + ", 0 to 4 calendar inputs, and 0 or 1, got " + stored[0] + ", " + stored[1] + " and " + stored[2]);
        }
        TreeLayout layout = new TreeLayout(spec.lookback(), (int) stored[0], (int) stored[1], spec.known().size());
        TreeEnsemble trees = TreeEnsemble.read(file, layout.count(), "", tensors);
        return new BoostedTreesRule(spec.horizon(), layout, trainedOn, trees, stored[2] == 1);
    }
}
