package dev.trivium.imputation.baseline;

import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** See {@link MatrixFactorisationSpec}. Stored: {@code factors} v, (series, rank), and {@code ridge}. */
record FactorRule(int rank, double ridge, double[] factors) implements Rule {

    private static final int MOST = 4096;

    @Override
    public double[] fill(StandardRows rows, int from, int to) {
        double[] filled = rows.filled(from, to, (t, s) -> Double.NaN);
        int width = rows.width();
        for (int t = from; t < to; t++) {
            double[] u = ofRow(rows, t);
            for (int s = 0; s < width; s++) {
                int cell = (t - from) * width + s;
                filled[cell] = Double.isNaN(filled[cell]) ? Ridge.dot(factors, s * rank, u) : filled[cell];
            }
        }
        return filled;
    }

    /** {@return u, the factors of a row, from its visible cells; zeros if there are none} */
    double[] ofRow(StandardRows rows, int t) {
        double[][] gram = new double[rank][rank];
        double[] right = new double[rank];
        double[] v = new double[rank];
        boolean any = false;
        for (int s = 0; s < rows.width(); s++) {
            double value = rows.value(t, s);
            if (!Double.isNaN(value)) {
                System.arraycopy(factors, s * rank, v, 0, rank);
                Ridge.add(gram, right, v, value);
                any = true;
            }
        }
        return any ? Ridge.solve(gram, right, ridge) : right;
    }

    @Override
    public List<StoredTensor> tensors() {
        return List.of(StoredTensor.doubles("factors", new long[] {factors.length / rank, rank}, factors),
                StoredTensor.doubles("ridge", new long[] {}, new double[] {ridge}));
    }

    /** @throws IOException if the tensors are not those of such a rule */
    static FactorRule read(Path file, int series, Map<String, StoredTensor> tensors) throws IOException {
        StoredTensor stored = tensors.get("factors");
        long rank = stored == null || stored.shape().length != 2 ? 1 : stored.shape()[1];
        TensorCheck.require(file, Map.of("factors", new long[] {series, rank}, "ridge", new long[] {}), tensors);
        try {
            double[] factors = tensors.get("factors").toDoubles();
            double ridge = tensors.get("ridge").toDoubles()[0];
            if (rank < 1 || rank > MOST || !(ridge > 0) || !Arrays.stream(factors).allMatch(Double::isFinite)) {
                throw new ModelFileException(file, SavedRule.WEIGHTS, "factors must be finite, of a rank between 1 and " + MOST
                        + ", with a ridge above 0, got rank " + rank + " and ridge " + ridge);
            }
            return new FactorRule((int) rank, ridge, factors);
        } catch (IllegalStateException e) {
            throw new ModelFileException(file, SavedRule.WEIGHTS, "must hold factors of each series: " + e.getMessage());
        }
    }
}
