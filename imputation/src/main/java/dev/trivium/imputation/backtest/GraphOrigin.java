package dev.trivium.imputation.backtest;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.imputation.graph.NodeLayout;
import dev.trivium.imputation.graph.NodeWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Tells whether the weights of a given graph are statistics of hidden cells or of rows beyond the training rows: correlations, or distances of values,
 * that order the neighbours of every node as the weights do, while those of the visible training cells do not.
 */
final class GraphOrigin {

    private static final double AGREES = 0.01;
    private static final double DIFFERS = 4;
    private static final double ROUNDING = 0.01;
    private static final int FEWEST = 20;
    private final NodeWeights weights;
    private final NodeLayout layout;

    GraphOrigin(NodeWeights weights, NodeLayout layout) {
        this.weights = weights;
        this.layout = layout;
    }

    /** What weights are made of. */
    private enum Kind {
        CORRELATION, ABSOLUTE_CORRELATION, DISTANCE;

        double of(double[] sums) {
            double n = sums[0];
            double covariance = sums[5] - sums[1] * sums[2] / n;
            double variances = (sums[3] - sums[1] * sums[1] / n) * (sums[4] - sums[2] * sums[2] / n);
            double r = variances > 0 ? covariance / Math.sqrt(variances) : Double.NaN;
            return switch (this) {
                case CORRELATION -> r;
                case ABSOLUTE_CORRELATION -> Math.abs(r);
                case DISTANCE -> -(sums[3] + sums[4] - 2 * sums[5]) / n;
            };
        }
    }

    /**
     * {@return from what the weights follow that must not be seen; empty if from nothing of the kind}
     *
     * @param truth   with hidden cells
     * @param visible without them
     * @param train   the rows that may be learnt from
     * @param test    the rows that are scored
     */
    Optional<String> leak(SeriesSet truth, SeriesSet visible, IntPredicate train, IntPredicate test) {
        Map<String, double[][][]> bases = new LinkedHashMap<>();
        bases.put("all cells, hidden ones included", sums(truth, row -> true));
        bases.put("the training rows with their hidden cells", sums(truth, train));
        bases.put("the test rows with their hidden cells", sums(truth, test));
        bases.put("the training and validation rows with their hidden cells", sums(truth, row -> !test.test(row)));
        bases.put("the visible cells of all rows, test rows included", sums(visible, row -> true));
        bases.put("the visible cells of the test rows", sums(visible, test));
        double[][][] honest = sums(visible, train);
        for (Kind kind : Kind.values()) {
            Fit own = fit(kind, honest);
            for (Map.Entry<String, double[][][]> basis : bases.entrySet()) {
                Fit other = fit(kind, basis.getValue());
                if (other.compared >= FEWEST && (other.discordant < AGREES && own.discordant > DIFFERS * Math.max(other.discordant, 1.0 / other.compared)
                        || other.off < ROUNDING && own.off > DIFFERS * other.off)) {
                    return Optional.of(String.format(Locale.ROOT, "is given a graph that follows from %s: its weights order %.2f %% of %,d pairs of neighbours as "
                            + "the %s there, and %.2f %% as that of the visible training cells", basis.getKey(), 100 * (1 - other.discordant), other.compared,
                            kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), 100 * (1 - own.discordant)));
                }
            }
        }
        return Optional.empty();
    }

    /** How well weights follow a statistic: the share of pairs in another order, the mean distance from it, and the number of pairs. */
    private record Fit(double discordant, double off, long compared) {}

    private Fit fit(Kind kind, double[][][] sums) {
        int nodes = weights.nodes();
        long compared = 0;
        long discordant = 0;
        double off = 0;
        long edges = 0;
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                double s = value(kind, sums[i][j]);
                if (i == j || Double.isNaN(s)) {
                    continue;
                }
                if (weights.at(i, j) > 0) {
                    edges++;
                    off += Math.abs(weights.at(i, j) - s);
                }
                for (int k = j + 1; k < nodes; k++) {
                    double other = value(kind, sums[i][k]);
                    if (k != i && !Double.isNaN(other) && weights.at(i, j) != weights.at(i, k)) {
                        compared++;
                        discordant += (weights.at(i, j) > weights.at(i, k)) == (s > other) ? 0 : 1;
                    }
                }
            }
        }
        return new Fit(compared == 0 ? 1 : (double) discordant / compared, edges == 0 ? 1 : off / edges, compared);
    }

    private static double value(Kind kind, double[] sums) {
        return sums[0] < 3 ? Double.NaN : kind.of(sums);
    }

    /** Counts, sums, squares and products of every two nodes, over all channels that both have. */
    private double[][][] sums(SeriesSet series, IntPredicate rows) {
        int nodes = weights.nodes();
        double[][][] sums = new double[nodes][nodes][6];
        double[] means = new double[series.width()];
        List<Integer> kept = new ArrayList<>();
        for (int t = 0; t < series.length(); t++) {
            if (rows.test(t)) {
                kept.add(t);
            }
        }
        for (int s = 0; s < means.length; s++) {
            int column = s;
            means[s] = kept.stream().mapToDouble(t -> series.value(t, column)).filter(value -> !Double.isNaN(value)).average().orElse(0);
        }
        for (int c = 0; c < layout.channels().size(); c++) {
            for (int i = 0; i < nodes; i++) {
                for (int j = i + 1; j < nodes && layout.column(i, c) >= 0; j++) {
                    if (layout.column(j, c) >= 0) {
                        add(series, kept, layout.column(i, c), layout.column(j, c), means, sums[i][j]);
                        double[] own = sums[i][j];
                        sums[j][i] = new double[] {own[0], own[2], own[1], own[4], own[3], own[5]};
                    }
                }
            }
        }
        return sums;
    }

    private static void add(SeriesSet series, List<Integer> rows, int a, int b, double[] means, double[] sums) {
        double mean = 0.5 * (means[a] + means[b]); // near both, so that squares keep their digits
        for (int t : rows) {
            double x = series.value(t, a) - mean;
            double y = series.value(t, b) - mean;
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                sums[0]++;
                sums[1] += x;
                sums[2] += y;
                sums[3] += x * x;
                sums[4] += y * y;
                sums[5] += x * y;
            }
        }
    }
}
