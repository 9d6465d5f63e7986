package dev.trivium.imputation.baseline;

import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** See {@link RidgeArSpec}. Stored: {@code lags}, {@code nodes} (series, kept), {@code weights} (series, range, inputs). */
record RidgeRule(RidgeInputs inputs, double[] weights) implements Rule {

    private static final int MOST_LAGS = 1000;

    @Override
    public double[] fill(StandardRows rows, int from, int to) {
        double[] x = new double[inputs.size()];
        return rows.filled(from, to, (t, s) -> estimate(s, inputs.collect(rows, t, s, t, t, x), x));
    }

    double estimate(int s, int range, double[] x) {
        return x[inputs.line()] + Ridge.dot(weights, (s * RidgeInputs.RANGES + range) * inputs.size(), x);
    }

    @Override
    public List<StoredTensor> tensors() {
        long series = weights.length / RidgeInputs.RANGES / inputs.size();
        return List.of(StoredTensor.longs("lags", new long[] {}, new long[] {inputs.lags()}),
                StoredTensor.longs("nodes", new long[] {series, inputs.kept()}, inputs.nodes()),
                StoredTensor.doubles("weights", new long[] {series, RidgeInputs.RANGES, inputs.size()}, weights));
    }

    /** @throws IOException if the tensors are not those of such a rule */
    static RidgeRule read(Path file, int neighbours, int series, Map<String, StoredTensor> tensors) throws IOException {
        int kept = Math.min(neighbours, series - 1);
        try {
            StoredTensor stored = tensors.get("lags");
            long lags = stored == null || stored.elements() != 1 ? 1 : stored.toLongs()[0];
            if (lags < 1 || lags > MOST_LAGS) {
                throw new ModelFileException(file, SavedRule.WEIGHTS, "lags must be between 1 and " + MOST_LAGS + ", got " + lags);
            }
            long size = 2 * lags + 1 + kept + 1;
            TensorCheck.require(file, Map.of("lags", new long[] {}, "nodes", new long[] {series, kept},
                    "weights", new long[] {series, RidgeInputs.RANGES, size}), tensors);
            long[] nodes = tensors.get("nodes").toLongs();
            double[] weights = tensors.get("weights").toDoubles();
            if (!Arrays.stream(nodes).allMatch(n -> n >= -1 && n < series) || !Arrays.stream(weights).allMatch(Double::isFinite)) {
                throw new ModelFileException(file, SavedRule.WEIGHTS, "nodes must be series and weights finite");
            }
            return new RidgeRule(new RidgeInputs((int) lags, kept, nodes), weights);
        } catch (IllegalStateException e) {
            throw new ModelFileException(file, SavedRule.WEIGHTS, "must hold regressions of each series: " + e.getMessage());
        }
    }
}
