package dev.trivium.imputation.fgatt;

import dev.trivium.nn.parameter.Parameters;

/** Fuzzy graph attention in plain loops, one number after the other. */
final class PlainAttention {

    private final Parameters parameters;
    private final int heads;

    PlainAttention(Parameters parameters, int heads) {
        this.parameters = parameters;
        this.heads = heads;
    }

    private double[] get(String name) {
        return parameters.get(name).toDoubles();
    }

    double[] forward(double[] h, long[] index, double[] membership, double[] closed, double[] seen, int batch, int nodes, int time, int k) {
        int d = h.length / (batch * nodes * time);
        double[] out = h.clone();
        for (int b = 0; b < batch; b++) {
            for (int t = 0; t < time; t++) {
                double[][] v = new double[nodes][];
                for (int i = 0; i < nodes; i++) {
                    v[i] = map(get("value.weight"), normal(h, ((b * nodes + i) * time + t) * d, d), null);
                }
                for (int i = 0; i < nodes; i++) {
                    double[] g = sum(v, b, t, i, index, membership, closed, seen, nodes, time, k);
                    double[] y = map(get("out.weight"), g, get("out.bias"));
                    for (int c = 0; c < d; c++) {
                        out[((b * nodes + i) * time + t) * d + c] += y[c];
                    }
                }
            }
        }
        return out;
    }

    private double[] sum(double[][] v, int b, int t, int i, long[] index, double[] membership, double[] closed, double[] seen, int nodes,
            int time, int k) {
        int part = v[0].length / heads;
        double[] g = new double[v[0].length];
        double[] eta = parameters.names().contains("visible") ? get("visible") : new double[heads];
        for (int head = 0; head < heads; head++) {
            double[] weight = new double[k];
            double total = 0;
            for (int n = 0; n < k; n++) {
                int e = (b * nodes + i) * k + n;
                int j = (int) index[e];
                double score = dot(get("own"), head, v[i], part) + dot(get("other"), head, v[j], part);
                score = (score > 0 ? score : 0.2 * score) + get("prior")[head] * Math.log(membership[e] + 1e-6)
                        + eta[head] * seen[(b * time + t) * nodes + j] + closed[e];
                weight[n] = Math.exp(score);
                total += weight[n];
            }
            for (int n = 0; n < k; n++) {
                int j = (int) index[(b * nodes + i) * k + n];
                for (int c = 0; c < part; c++) {
                    g[head * part + c] += weight[n] / total * v[j][head * part + c];
                }
            }
        }
        for (int c = 0; c < g.length; c++) {
            g[c] = g[c] > 0 ? g[c] : 0.2 * g[c];
        }
        return g;
    }

    private static double dot(double[] a, int head, double[] v, int part) {
        double sum = 0;
        for (int c = 0; c < part; c++) {
            sum += a[head * part + c] * v[head * part + c];
        }
        return sum;
    }

    private double[] normal(double[] h, int from, int d) {
        double mean = 0;
        for (int c = 0; c < d; c++) {
            mean += h[from + c] / d;
        }
        double variance = 0;
        for (int c = 0; c < d; c++) {
            variance += (h[from + c] - mean) * (h[from + c] - mean) / d;
        }
        double[] x = new double[d];
        for (int c = 0; c < d; c++) {
            x[c] = (h[from + c] - mean) / Math.sqrt(variance + 1e-5) * get("norm.weight")[c] + get("norm.bias")[c];
        }
        return x;
    }

    private static double[] map(double[] weight, double[] x, double[] bias) {
        double[] y = new double[weight.length / x.length];
        for (int o = 0; o < y.length; o++) {
            y[o] = bias == null ? 0 : bias[o];
            for (int c = 0; c < x.length; c++) {
                y[o] += weight[o * x.length + c] * x[c];
            }
        }
        return y;
    }
}
