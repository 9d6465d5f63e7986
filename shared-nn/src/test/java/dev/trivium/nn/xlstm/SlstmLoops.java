package dev.trivium.nn.xlstm;

import dev.trivium.nn.parameter.Parameters;

/** The sLSTM layer with its residual, x + sLSTM(LN(x)), of one sequence in plain loops, by the paper's equations. */
final class SlstmLoops {

    private final Parameters parameters;
    private final int width;
    private final int heads;
    private final int kernel;

    SlstmLoops(Parameters parameters, int width, int heads, int kernel) {
        this.parameters = parameters;
        this.width = width;
        this.heads = heads;
        this.kernel = kernel;
    }

    private double[] of(String name) {
        return parameters.get(name).toDoubles();
    }

    double[] run(double[] x) {
        int tokens = x.length / width;
        double[] u = new double[x.length];
        for (int t = 0; t < tokens; t++) {
            norm(x, u, t * width, width, of("norm.weight"), 0);
        }
        double[] y = recurrence(u, convolution(u, tokens), tokens);
        double[] out = new double[x.length];
        int d = width / heads;
        for (int from = 0; from < y.length; from += d) {
            norm(y, out, from, d, of("slstm.group_norm.weight"), from % width);
        }
        for (int i = 0; i < x.length; i++) {
            out[i] += x[i];
        }
        return out;
    }

    private static void norm(double[] x, double[] y, int from, int count, double[] weight, int weightFrom) {
        double mean = 0;
        double square = 0;
        for (int i = from; i < from + count; i++) {
            mean += x[i] / count;
        }
        for (int i = from; i < from + count; i++) {
            square += (x[i] - mean) * (x[i] - mean) / count;
        }
        for (int i = 0; i < count; i++) {
            y[from + i] = (x[from + i] - mean) / Math.sqrt(square + 1e-5) * (1 + weight[weightFrom + i]);
        }
    }

    private double[] convolution(double[] u, int tokens) {
        double[] weight = of("slstm.conv.weight");
        double[] bias = of("slstm.conv.bias");
        double[] c = new double[u.length];
        for (int t = 0; t < tokens; t++) {
            for (int f = 0; f < width; f++) {
                double sum = bias[f];
                for (int k = Math.max(0, kernel - 1 - t); k < kernel; k++) {
                    sum += weight[f * kernel + k] * u[(t - kernel + 1 + k) * width + f];
                }
                c[t * width + f] = sum / (1 + Math.exp(-sum));
            }
        }
        return c;
    }

    private double[] recurrence(double[] u, double[] c, int tokens) {
        double[][] weights = {of("slstm.input.weight"), of("slstm.forget.weight"), of("slstm.cell.weight"), of("slstm.output.weight")};
        double[] recurrent = of("slstm.recurrent");
        double[] bias = of("slstm.bias");
        int d = width / heads;
        double[] y = new double[u.length];
        double[] cell = new double[width];
        double[] normaliser = new double[width];
        double[] stabiliser = new double[width];
        for (int t = 0; t < tokens; t++) {
            for (int f = 0; f < width; f++) {
                int head = f / d;
                double[] gate = new double[4];
                for (int g = 0; g < 4; g++) {
                    gate[g] = bias[(head * 4 + g) * d + f % d];
                    for (int j = 0; j < d; j++) {
                        gate[g] += weights[g][f * d + j] * (g < 2 ? c : u)[t * width + head * d + j];
                        if (t > 0) {
                            gate[g] += recurrent[((head * 4 + g) * d + f % d) * d + j] * y[(t - 1) * width + head * d + j];
                        }
                    }
                }
                double kept = stabiliser[f] - Math.log1p(Math.exp(-gate[1]));
                double m = t == 0 ? gate[0] : Math.max(gate[0], kept);
                double forget = t == 0 ? 0 : Math.exp(kept - m);
                double input = Math.exp(gate[0] - m);
                cell[f] = forget * cell[f] + input * Math.tanh(gate[2]);
                normaliser[f] = forget * normaliser[f] + input;
                stabiliser[f] = m;
                y[t * width + f] = cell[f] / normaliser[f] / (1 + Math.exp(-gate[3]));
            }
        }
        return y;
    }
}
