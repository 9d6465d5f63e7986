package dev.trivium.imputation.baseline;

import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * See {@link NearestNodesSpec}. Stored: {@code nodes} and {@code correlations}, (series, kept), nearest first, −1 and 0 where there are fewer.
 *
 * @param neighbours how many of the visible ones are used
 * @param kept how many are known of, so that hidden ones can be replaced
 */
record NearestNodesRule(int neighbours, int kept, long[] nodes, double[] correlations) implements Rule {

    private static final int SPARE = 4;

    static NearestNodesRule learn(StandardRows train, int neighbours) {
        int kept = (int) Math.min(train.width() - 1, (long) SPARE * neighbours);
        long[] nodes = new long[train.width() * kept];
        double[] correlations = new double[nodes.length];
        Arrays.fill(nodes, -1);
        List<List<Correlations.Neighbour>> nearest = Correlations.nearest(train, kept);
        for (int s = 0; s < train.width(); s++) {
            for (int k = 0; k < nearest.get(s).size(); k++) {
                nodes[s * kept + k] = nearest.get(s).get(k).series();
                correlations[s * kept + k] = nearest.get(s).get(k).correlation();
            }
        }
        return new NearestNodesRule(neighbours, kept, nodes, correlations);
    }

    @Override
    public double[] fill(StandardRows rows, int from, int to) {
        return rows.filled(from, to, (t, s) -> at(rows, t, s));
    }

    private double at(StandardRows rows, int t, int s) {
        double sum = 0;
        double weights = 0;
        int used = 0;
        for (int k = s * kept; k < (s + 1) * kept && used < neighbours && nodes[k] >= 0; k++) {
            double value = rows.value(t, (int) nodes[k]);
            if (!Double.isNaN(value)) {
                double r = correlations[k];
                double weight = r * r / (1 - r * r);
                sum += weight * r * value;
                weights += weight;
                used++;
            }
        }
        return weights > 0 ? sum / weights : 0;
    }

    @Override
    public Optional<String> note() {
        long alone = 0;
        for (int s = 0; kept > 0 && s < nodes.length / kept; s++) {
            alone += nodes[s * kept] < 0 ? 1 : 0;
        }
        if (kept == 0) {
            return Optional.of("one series, so no neighbour: the training mean");
        }
        return alone == 0 ? Optional.empty() : Optional.of(alone + " of " + nodes.length / kept + " series without a neighbour: the training mean");
    }

    @Override
    public List<StoredTensor> tensors() {
        long[] shape = kept == 0 ? new long[] {0, 0} : new long[] {nodes.length / kept, kept};
        List<StoredTensor> tensors = new ArrayList<>();
        tensors.add(StoredTensor.longs("nodes", shape, nodes));
        tensors.add(StoredTensor.doubles("correlations", shape, correlations));
        return tensors;
    }

    /** @throws IOException if the tensors are not those of such a rule */
    static NearestNodesRule read(Path file, int neighbours, int series, Map<String, StoredTensor> tensors) throws IOException {
        int kept = (int) Math.min(series - 1, (long) SPARE * neighbours);
        long[] shape = {kept == 0 ? 0 : series, kept};
        TensorCheck.require(file, Map.of("nodes", shape, "correlations", shape), tensors);
        try {
            long[] nodes = tensors.get("nodes").toLongs();
            double[] correlations = tensors.get("correlations").toDoubles();
            for (int i = 0; i < nodes.length; i++) {
                if (nodes[i] < -1 || nodes[i] >= series || !(Math.abs(correlations[i]) < 1)) {
                    throw new ModelFileException(file, SavedRule.WEIGHTS, "nodes must be series, correlations between -1 and 1, got " + nodes[i]
                            + " and " + correlations[i]);
                }
            }
            return new NearestNodesRule(neighbours, kept, nodes, correlations);
        } catch (IllegalStateException e) {
            throw new ModelFileException(file, SavedRule.WEIGHTS, "must hold neighbours of each series: " + e.getMessage());
        }
    }
}
