package dev.trivium.nn.wavelet;

import java.util.Arrays;

/**
 * The multi-level discrete wavelet transform of a signal of fixed length, with zeros outside, as constant matrices.
 *
 * <pre>
 * a[k] = Σ_m lo[m] x[2k + 1 - m],  d[k] = Σ_m hi[m] x[2k + 1 - m],  k = 0 … ⌊(N + K - 1) / 2⌋ - 1,  iterated on a
 * </pre>
 *
 * <p>Coefficients are ordered finest detail first, approximation last: d_1, …, d_J, a_J. All coefficients that a signal between zeros
 * can have are kept, so they are more than the samples; the columns of the analysis are orthonormal, energy stays, and synthesis, its
 * transposition, is the identity after analysis.
 *
 * <p>Letters: N length of the signal, K taps of the filters, J levels.
 */
public final class WaveletTransform {

    private final Wavelet wavelet;
    private final int[] inputs;
    private final int[] lengths;

    private WaveletTransform(Wavelet wavelet, int levels, int length) {
        this.wavelet = wavelet;
        inputs = new int[levels];
        lengths = new int[levels + 1];
        int n = length;
        for (int j = 0; j < levels; j++) {
            inputs[j] = n;
            n = (n + wavelet.taps() - 1) / 2;
            lengths[j] = n;
        }
        lengths[levels] = n;
    }

    /**
     * Describes the transform of signals of one length.
     *
     * @param levels J, at least 1; more levels than the filter's length suggests are allowed
     * @param length of the signal, at least 1
     */
    public static WaveletTransform of(Wavelet wavelet, int levels, int length) {
        if (levels < 1) {
            throw new IllegalArgumentException("levels must be at least 1, got " + levels);
        }
        if (length < 1) {
            throw new IllegalArgumentException("length must be at least 1, got " + length);
        }
        return new WaveletTransform(wavelet, levels, length);
    }

    /** {@return the lengths of d_1, …, d_J, a_J} */
    public int[] lengths() {
        return lengths.clone();
    }

    /** {@return the matrix (sum of lengths, signal length) that decomposes} */
    public double[][] analysis() {
        int length = inputs[0];
        double[][] approximation = new double[length][length];
        for (int t = 0; t < length; t++) {
            approximation[t][t] = 1;
        }
        double[][] all = new double[Arrays.stream(lengths).sum()][];
        int row = 0;
        for (int j = 0; j < inputs.length; j++) {
            double[][] detail = filtered(approximation, wavelet.decompositionHigh(), lengths[j]);
            System.arraycopy(detail, 0, all, row, detail.length);
            row += detail.length;
            approximation = filtered(approximation, wavelet.decompositionLow(), lengths[j]);
        }
        System.arraycopy(approximation, 0, all, row, approximation.length);
        return all;
    }

    private static double[][] filtered(double[][] signal, double[] filter, int outputs) {
        double[][] result = new double[outputs][signal[0].length];
        for (int k = 0; k < outputs; k++) {
            for (int m = 0; m < filter.length; m++) {
                int at = 2 * k + 1 - m;
                if (at >= 0 && at < signal.length) {
                    addScaled(result[k], signal[at], filter[m]);
                }
            }
        }
        return result;
    }

    /** {@return the matrix (signal length, sum of lengths) that puts a signal together} */
    public double[][] synthesis() {
        int total = Arrays.stream(lengths).sum();
        int levels = inputs.length;
        double[][] signal = unit(total - lengths[levels], lengths[levels], total);
        int from = total - lengths[levels];
        for (int j = levels - 1; j >= 0; j--) {
            from -= lengths[j];
            double[][] detail = unit(from, lengths[j], total);
            signal = merged(signal, detail, inputs[j], total);
        }
        return signal;
    }

    private static double[][] unit(int from, int count, int total) {
        double[][] rows = new double[count][total];
        for (int i = 0; i < count; i++) {
            rows[i][from + i] = 1;
        }
        return rows;
    }

    /** One inverse level, cropped to the length that was decomposed; an approximation one sample too long loses its last. */
    private double[][] merged(double[][] approximation, double[][] detail, int length, int total) {
        double[] low = wavelet.reconstructionLow();
        double[] high = wavelet.reconstructionHigh();
        double[][] signal = new double[length][total];
        for (int n = 0; n < length; n++) {
            for (int k = 0; k < detail.length; k++) {
                int tap = n + low.length - 2 - 2 * k;
                if (tap >= 0 && tap < low.length) {
                    addScaled(signal[n], approximation[k], low[tap]);
                    addScaled(signal[n], detail[k], high[tap]);
                }
            }
        }
        return signal;
    }

    private static void addScaled(double[] target, double[] source, double factor) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }
}
