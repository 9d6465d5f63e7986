package dev.trivium.imputation.graph;

import dev.trivium.imputation.graph.GraphSettings.Distance;
import dev.trivium.imputation.graph.GraphSettings.Pooling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The scores as the definitions read, in doubles, with no thought of speed. */
final class PlainGraph {

    private PlainGraph() {}

    /** {@return S for every pair; shape is (time, nodes, channels)} */
    static double[][] scores(GraphSettings settings, float[] filled, byte[] visible, int[] shape, NodeWeights history) {
        int n = shape[1];
        double[][] d = new double[n][n];
        List<Double> known = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int[] count = {0};
                d[i][j] = squares(settings, filled, visible, shape, i, j, 0, shape[0], count);
                d[i][j] = count[0] < 3 ? Double.NaN : d[i][j] / count[0];
                if (j > i && count[0] >= 3) {
                    known.add(d[i][j]);
                }
            }
        }
        double[] sorted = known.stream().mapToDouble(v -> v).sorted().toArray();
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        double kappa = settings.kappa() > 0 ? settings.kappa() : median;
        double[][] pooled = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                pooled[i][j] = i == j ? 1 : Math.exp(-(Double.isNaN(d[i][j]) ? 10 * median : d[i][j]) / (2 * kappa));
            }
        }
        double[][] lower = settings.pooling() == Pooling.POOL_THEN_APPROXIMATE ? approximation(settings.score(), pooled)
                : mean(settings, filled, visible, shape, pooled, kappa);
        return finished(settings, lower, history);
    }

    private static double[][] mean(GraphSettings settings, float[] filled, byte[] visible, int[] shape, double[][] pooled, double kappa) {
        int n = shape[1];
        double[][] mean = new double[n][n];
        for (int t = 0; t < shape[0]; t++) {
            double[][] r = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    int[] count = {0};
                    double sum = squares(settings, filled, visible, shape, i, j, t, t + 1, count);
                    r[i][j] = i == j ? 1 : count[0] == 0 ? pooled[i][j] : Math.exp(-sum / count[0] / (2 * kappa));
                }
            }
            double[][] step = approximation(settings.score(), r);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    mean[i][j] += step[i][j] / shape[0];
                }
            }
        }
        return mean;
    }

    private static double squares(GraphSettings settings, float[] filled, byte[] visible, int[] shape, int i, int j, int from, int to, int[] count) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            for (int c = 0; c < shape[2]; c++) {
                int a = (t * shape[1] + i) * shape[2] + c;
                int b = (t * shape[1] + j) * shape[2] + c;
                if (settings.distance() == Distance.FILLED || visible[a] * visible[b] == 1) {
                    sum += Math.pow((double) filled[a] - filled[b], 2);
                    count[0]++;
                }
            }
        }
        return sum;
    }

    private static double[][] approximation(GraphScore score, double[][] r) {
        int n = r.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double[] all = new double[n];
                for (int y = 0; y < n; y++) {
                    all[y] = score == GraphScore.GRANULE_LOWER_KD ? Math.max(1 - r[i][y], r[j][y]) : Math.min(1, 1 - r[i][y] + r[j][y]);
                }
                Arrays.sort(all);
                lower[i][j] = switch (score) {
                    case GRANULE_LOWER_KD -> all[0];
                    case GRANULE_LOWER_LUK_MEAN_K -> Arrays.stream(all, 0, Math.max(3, n / 10)).average().orElseThrow();
                    default -> r[i][j];
                };
            }
        }
        return lower;
    }

    private static double[][] finished(GraphSettings settings, double[][] lower, NodeWeights history) {
        int n = lower.length;
        double[][] s = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                s[i][j] = switch (settings.score()) {
                    case KERNEL -> lower[i][j];
                    case HISTORY -> history.at(i, j);
                    case KERNEL_TIMES_HISTORY -> lower[i][j] * history.at(i, j);
                    default -> settings.alpha() * lower[i][j] + (1 - settings.alpha()) * lower[j][i];
                };
            }
        }
        return s;
    }
}
