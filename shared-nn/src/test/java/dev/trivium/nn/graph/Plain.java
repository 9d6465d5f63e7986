package dev.trivium.nn.graph;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Layers as plain loops over rows. */
final class Plain {

    private final Parameters parameters;

    Plain(Parameters parameters) {
        this.parameters = parameters;
    }

    static double[][] rows(Tensor x) {
        int width = Math.toIntExact(x.size(1));
        double[] flat = x.toDoubles();
        return IntStream.range(0, Math.toIntExact(x.size(0)))
                .mapToObj(row -> Arrays.copyOfRange(flat, row * width, (row + 1) * width)).toArray(double[][]::new);
    }

    static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    double[] vector(String name) {
        return parameters.get(name).toDoubles();
    }

    double[][] matrix(String name) {
        return rows(parameters.get(name));
    }

    double[] linear(String name, double[] x) {
        return plus(product(matrix(name + ".weight"), x), vector(name + ".bias"));
    }

    static double[] product(double[][] matrix, double[] x) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, x)).toArray();
    }

    static double dot(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
    }

    static double[] plus(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] + y[i]).toArray();
    }

    /** ReLU(LN(x)). */
    double[] normalised(String name, double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        double[] weight = vector(name + ".weight");
        double[] bias = vector(name + ".bias");
        return IntStream.range(0, x.length)
                .mapToDouble(i -> Math.max(0, (x[i] - mean) / Math.sqrt(variance + 1e-5) * weight[i] + bias[i])).toArray();
    }

    double[][] genConv(String name, double[][] x, double[][] table, GraphCase graph) {
        double[][] out = new double[x.length][];
        for (int v = 0; v < x.length; v++) {
            double[] sum = x[v].clone();
            for (int e = 0; e < graph.source().length; e++) {
                for (int i = 0; graph.target()[e] == v && i < sum.length; i++) {
                    sum[i] += Math.max(0, x[graph.source()[e]][i] + table[graph.kind()[e]][i]) + 1e-7;
                }
            }
            out[v] = linear(name + "linear2", normalised(name + "norm", linear(name + "linear1", sum)));
        }
        return out;
    }
}
