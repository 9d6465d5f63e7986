package dev.trivium.timeseries.waverora;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/** The rotary angles {@code p θ_k}, θ_k = 10000^{-k / (n/2)}, as constant cosines and signed sines for interleaved pairs. */
final class Rotation {

    private static final double BASE = 10_000;

    private Rotation() {}

    /**
     * @param positions position p of every variate
     * @param n size of the rotated axis, even
     * @param perRouter whether the rotated tensor is (B, M, 2, h, n) rather than (B, h, M, n)
     * @return cosines (M, …, n/2, 1) and sines (M, …, n/2, 2), the first of a pair negative
     */
    static List<Tensor> constants(Parameters parameters, int[] positions, int n, boolean perRouter) {
        if (n % 2 != 0) {
            throw new IllegalArgumentException("width / heads must be even for rotary positions, got " + n);
        }
        int half = n / 2;
        double[] cosine = new double[positions.length * half];
        double[] sine = new double[2 * cosine.length];
        for (int i = 0; i < positions.length; i++) {
            for (int k = 0; k < half; k++) {
                double angle = positions[i] * Math.pow(BASE, -(double) k / half);
                int at = i * half + k;
                cosine[at] = Math.cos(angle);
                sine[2 * at] = -Math.sin(angle);
                sine[2 * at + 1] = Math.sin(angle);
            }
        }
        long m = positions.length;
        return perRouter
                ? List.of(parameters.constant(cosine, m, 1, 1, half, 1), parameters.constant(sine, m, 1, 1, half, 2))
                : List.of(parameters.constant(cosine, m, half, 1), parameters.constant(sine, m, half, 2));
    }
}
