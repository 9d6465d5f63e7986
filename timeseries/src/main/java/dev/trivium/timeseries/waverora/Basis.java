package dev.trivium.timeseries.waverora;

import dev.trivium.nn.wavelet.WaveletTransform;
import java.util.Arrays;
import java.util.Optional;

/**
 * The constant linear maps between samples and what is embedded, as matrices: wavelet coefficients, Fourier coefficients, or the
 * samples themselves.
 *
 * @param analysis one matrix (length of series c, look-back) per series; empty for the identity
 * @param synthesis one matrix (horizon, length of series c) per series; empty for the identity
 */
record Basis(double[][][] analysis, double[][][] synthesis, int lookback, int horizon, boolean expandedPredictor) {

    static Basis of(Variant.Domain domain, Decomposition decomposition, int lookback, int horizon) {
        return switch (domain) {
            case WAVELET -> wavelet(decomposition, lookback, horizon);
            case TIME -> new Basis(new double[0][][], new double[0][][], lookback, horizon, false);
            case FREQUENCY -> new Basis(new double[][][] {fourier(lookback)}, new double[][][] {inverseFourier(horizon)},
                    lookback, horizon, false);
        };
    }

    private static Basis wavelet(Decomposition decomposition, int lookback, int horizon) {
        WaveletTransform past = WaveletTransform.of(decomposition.wavelet(), decomposition.levels(), lookback);
        WaveletTransform future = WaveletTransform.of(decomposition.wavelet(), decomposition.levels(), horizon);
        return new Basis(rowBlocks(past.analysis(), past.lengths()), columnBlocks(future.synthesis(), future.lengths()),
                lookback, horizon, true);
    }

    private static double[][][] rowBlocks(double[][] matrix, int[] lengths) {
        double[][][] blocks = new double[lengths.length][][];
        int from = 0;
        for (int c = 0; c < lengths.length; c++) {
            blocks[c] = Arrays.copyOfRange(matrix, from, from + lengths[c]);
            from += lengths[c];
        }
        return blocks;
    }

    private static double[][][] columnBlocks(double[][] matrix, int[] lengths) {
        double[][][] blocks = new double[lengths.length][matrix.length][];
        int from = 0;
        for (int c = 0; c < lengths.length; c++) {
            for (int t = 0; t < matrix.length; t++) {
                blocks[c][t] = Arrays.copyOfRange(matrix[t], from, from + lengths[c]);
            }
            from += lengths[c];
        }
        return blocks;
    }

    /** Real parts of the one-sided Fourier transform above its imaginary parts: (2 (⌊n/2⌋ + 1), n). */
    private static double[][] fourier(int n) {
        int bins = n / 2 + 1;
        double[][] matrix = new double[2 * bins][n];
        for (int k = 0; k < bins; k++) {
            for (int t = 0; t < n; t++) {
                double angle = 2 * Math.PI * ((long) k * t % n) / n;
                matrix[k][t] = Math.cos(angle);
                matrix[bins + k][t] = -Math.sin(angle);
            }
        }
        return matrix;
    }

    /** The inverse for real signals: (n, 2 (⌊n/2⌋ + 1)); imaginary parts of the constant and of the Nyquist bin have no effect. */
    private static double[][] inverseFourier(int n) {
        int bins = n / 2 + 1;
        double[][] matrix = new double[n][2 * bins];
        for (int t = 0; t < n; t++) {
            for (int k = 0; k < bins; k++) {
                boolean alone = k == 0 || 2 * k == n;
                double angle = 2 * Math.PI * ((long) k * t % n) / n;
                matrix[t][k] = (alone ? 1.0 : 2.0) / n * Math.cos(angle);
                matrix[t][bins + k] = alone ? 0 : -2.0 / n * Math.sin(angle);
            }
        }
        return matrix;
    }

    /** {@return C, the number of series} */
    int series() {
        return Math.max(1, analysis.length);
    }

    int inputLength(int c) {
        return analysis.length == 0 ? lookback : analysis[c].length;
    }

    int outputLength(int c) {
        return synthesis.length == 0 ? horizon : synthesis[c][0].length;
    }

    Optional<double[][]> analysis(int c) {
        return analysis.length == 0 ? Optional.empty() : Optional.of(analysis[c]);
    }

    Optional<double[][]> synthesis(int c) {
        return synthesis.length == 0 ? Optional.empty() : Optional.of(synthesis[c]);
    }

    static double[] flat(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    }
}
