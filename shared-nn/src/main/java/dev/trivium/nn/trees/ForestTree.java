package dev.trivium.nn.trees;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Grows one tree after the other, level by level.
 *
 * <p>A node adds up its rows by indicator in one pass over their ones, so that a level costs as much as there are ones, however many
 * indicators there are; any indicator drawn is then judged in one step.
 */
final class ForestTree {

    private final TreeRows rows;
    private final NumberBins bins;
    private final float[] labels;
    private final ForestSettings settings;
    private final int[] weight;       // how often a row was drawn
    private final int[] order;        // rows, those of a node side by side
    private final int[] from;         // of each node, in order
    private final int[] to;
    private final int[] feature;
    private final int[] left;
    private final double[] value;
    private final int[] inputs;       // all of them, shuffled as far as they were drawn
    private final IndicatorSums ones;
    private final Split best = new Split();
    private final double[] binSums = new double[256];
    private final long[] binCounts = new long[256];
    private int nodes;

    ForestTree(TreeRows rows, NumberBins bins, float[] labels, ForestSettings settings) {
        this.rows = rows;
        this.bins = bins;
        this.labels = labels;
        this.settings = settings;
        int most = Math.max(1, 2 * rows.count() - 1);
        weight = new int[rows.count()];
        order = new int[rows.count()];
        from = new int[most];
        to = new int[most];
        feature = new int[most];
        left = new int[most];
        value = new double[most];
        inputs = new int[rows.width()];
        ones = new IndicatorSums(rows);
    }

    int feature(int node) {
        return feature[node];
    }

    int left(int node) {
        return left[node];
    }

    double value(int node) {
        return value[node];
    }

    /** {@return how often each row was drawn for the last tree} */
    int[] weights() {
        return weight.clone();
    }

    /** {@return the number of nodes of the new tree} */
    int grow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = i;
        }
        Arrays.fill(weight, 0);
        for (int i = 0; i < weight.length; i++) {
            weight[random.nextInt(weight.length)]++;
        }
        int drawn = 0;
        for (int r = 0; r < weight.length; r++) {
            if (weight[r] > 0) {
                order[drawn++] = r;
            }
        }
        from[0] = 0;
        to[0] = drawn;
        nodes = 1;
        for (int node = 0; node < nodes; node++) {
            split(node, random);
        }
        return nodes;
    }

    private void split(int node, SplittableRandom random) {
        long count = 0;
        double sum = 0;
        boolean equal = true;
        for (int i = from[node]; i < to[node]; i++) {
            int r = order[i];
            count += weight[r];
            sum += weight[r] * (double) labels[r];
            equal &= labels[r] == labels[order[from[node]]];
        }
        feature[node] = TreeEnsemble.LEAF;
        left[node] = 0;
        value[node] = sum / count;
        if (equal || count < 2L * settings.leastRows()) {
            return;
        }
        ones.add(order, from[node], to[node], weight, labels);
        best.reset(count, sum, settings.leastRows());
        search(node, random);
        ones.clear();
        if (best.feature() != TreeEnsemble.LEAF) {
            divide(node);
        }
    }

    /** Draws inputs without replacement: as many as the settings say, and on until one of them can split. */
    private void search(int node, SplittableRandom random) {
        int wanted = Math.max(1, (int) Math.round(settings.share() * inputs.length));
        for (int i = 0; i < inputs.length && (i < wanted || best.feature() == TreeEnsemble.LEAF); i++) {
            int other = i + random.nextInt(inputs.length - i);
            int input = inputs[other];
            inputs[other] = inputs[i];
            inputs[i] = input;
            if (input >= rows.numbers()) {
                int indicator = input - rows.numbers();
                best.offer(input, 0.5f, best.count() - ones.count(indicator), best.sum() - ones.sum(indicator));
            } else {
                tryNumber(node, input);
            }
        }
    }

    private void tryNumber(int node, int input) {
        int count = bins.count(input);
        Arrays.fill(binSums, 0, count, 0);
        Arrays.fill(binCounts, 0, count, 0);
        for (int i = from[node]; i < to[node]; i++) {
            int r = order[i];
            int bin = bins.bin(input, r);
            binCounts[bin] += weight[r];
            binSums[bin] += weight[r] * (double) labels[r];
        }
        long below = 0;
        double sum = 0;
        for (int bin = 1; bin < count; bin++) {
            if (binCounts[bin - 1] > 0) {
                below += binCounts[bin - 1];
                sum += binSums[bin - 1];
                best.offer(input, bins.limit(input, bin), below, sum);
            }
        }
    }

    private void divide(int node) {
        int low = from[node];
        int high = to[node];
        while (low < high) {
            if (isBelow(order[low])) {
                low++;
            } else {
                int r = order[low];
                order[low] = order[--high];
                order[high] = r;
            }
        }
        feature[node] = best.feature();
        value[node] = best.limit();
        left[node] = nodes;
        from[nodes] = from[node];
        to[nodes] = low;
        from[nodes + 1] = low;
        to[nodes + 1] = to[node];
        nodes += 2;
    }

    private boolean isBelow(int row) {
        int input = best.feature();
        return input < rows.numbers() ? rows.value(row, input) < best.limit() : !rows.hasOne(row, input - rows.numbers());
    }
}
