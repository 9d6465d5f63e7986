package dev.trivium.timeseries.baseline;

import dev.trivium.data.series.SeriesSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * Periodogram of the cleaned series, and the mean squared difference D(p) over every lag p, both summed over series.
 *
 * <p>With mask m and values x (0 where missing), the sum of squared differences over all pairs that are p apart and observed is
 * corr(m, m x²) + corr(m x², m) - 2 corr(m x, m x) at p, and their number corr(m, m): products of Fourier transforms.
 */
final class SeasonSpectrum {

    private static final int MOST_PEAKS = 40;
    private static final int LEAST_CYCLES = 5;         // as often must a season come
    private static final double LEAST_RISE = 3;        // of a peak above the median of the spectrum around it
    private static final double AROUND = 1.5;          // "around": frequencies within this factor

    /** Periods, in steps, that a peak of the periodogram may stand for. */
    record Peak(double rise, int shortest, int longest) {}

    private final int length;
    private final int padded;
    private final double[] power;
    private final double[] squares;
    private final double[] pairs;

    private SeasonSpectrum(int length, int padded, double[] power, double[] squares, double[] pairs) {
        this.length = length;
        this.padded = padded;
        this.power = power;
        this.squares = squares;
        this.pairs = pairs;
    }

    static SeasonSpectrum of(SeriesSet rows) {
        int length = rows.length();
        int padded = Integer.highestOneBit(2 * length - 1) << 1; // so that lags do not wrap around
        DoubleFFT_1D fft = transform(padded);
        double[] power = new double[padded / 2];
        double[] squares = new double[padded];
        double[] pairs = new double[padded];
        for (int s = 0; s < rows.width(); s++) {
            CleanSeries clean = CleanSeries.of(rows.column(s));
            double[] mask = spectrum(fft, padded, length, clean::mask);
            double[] value = spectrum(fft, padded, length, clean::value);
            double[] square = spectrum(fft, padded, length, t -> clean.value(t) * clean.value(t));
            addCorrelations(squares, pairs, mask, value, square);
            double[] tapered = spectrum(fft, padded, length, t -> clean.value(t) * hann(t, length));
            for (int k = 1; k < power.length; k++) {
                power[k] += tapered[2 * k] * tapered[2 * k] + tapered[2 * k + 1] * tapered[2 * k + 1];
            }
        }
        fft.realInverse(squares, true);
        fft.realInverse(pairs, true);
        return new SeasonSpectrum(length, padded, power, squares, pairs);
    }

    private static DoubleFFT_1D transform(int size) {
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE); // the pool's threads would keep the process alive
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
        return new DoubleFFT_1D(size);
    }

    private interface Values {
        double at(int t);
    }

    private static double hann(int t, int length) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * (t + 0.5) / length);
    }

    private static double[] spectrum(DoubleFFT_1D fft, int padded, int length, Values values) {
        double[] x = new double[padded];
        for (int t = 0; t < length; t++) {
            x[t] = values.at(t);
        }
        fft.realForward(x);
        return x;
    }

    /** Adds 2 Re(S conj M) - 2 |V|² and |M|² in the packing of a real transform: [0] and [1] are the real ends, then pairs. */
    private static void addCorrelations(double[] squares, double[] pairs, double[] mask, double[] value, double[] square) {
        for (int i = 0; i < 2; i++) {
            squares[i] += 2 * (square[i] * mask[i] - value[i] * value[i]);
            pairs[i] += mask[i] * mask[i];
        }
        for (int i = 2; i < squares.length; i += 2) {
            squares[i] += 2 * (square[i] * mask[i] + square[i + 1] * mask[i + 1] - value[i] * value[i] - value[i + 1] * value[i + 1]);
            pairs[i] += mask[i] * mask[i] + mask[i + 1] * mask[i + 1];
        }
    }

    /** {@return D(p), or infinity where hardly a pair is observed} */
    double difference(int p) {
        return p >= length || pairs[p] < LEAST_RISE ? Double.POSITIVE_INFINITY : squares[p] / pairs[p];
    }

    /** {@return the highest peaks over their surroundings, of periods from 2 steps to a fifth of the length} */
    List<Peak> peaks() {
        List<Peak> peaks = new ArrayList<>();
        for (int k = Math.max(2, LEAST_CYCLES * padded / length); k < power.length; k++) {
            double rise = power[k] / around(k);
            if (isPeak(k) && rise > LEAST_RISE) {
                double width = 0.75 * padded / length; // half of the main lobe and a bit
                int shortest = Math.max(2, (int) Math.ceil(padded / (k + width)));
                int longest = Math.min(length / LEAST_CYCLES, (int) Math.floor(padded / (k - width)));
                if (shortest <= longest) {
                    peaks.add(new Peak(rise, shortest, longest));
                }
            }
        }
        peaks.sort(Comparator.comparingDouble(Peak::rise).reversed());
        return peaks.subList(0, Math.min(MOST_PEAKS, peaks.size()));
    }

    private boolean isPeak(int k) {
        int reach = Math.max(1, padded / length);
        for (int i = Math.max(1, k - reach); i <= Math.min(power.length - 1, k + reach); i++) {
            if (power[i] > power[k]) {
                return false;
            }
        }
        return power[k] > 0;
    }

    /** The median of the spectrum around a frequency, from at most a few hundred values. */
    private double around(int k) {
        int from = Math.max(1, (int) (k / AROUND));
        int to = Math.min(power.length, (int) (k * AROUND) + 2);
        int stride = 1 + (to - from) / 400;
        double[] values = new double[(to - from + stride - 1) / stride];
        for (int i = 0; i < values.length; i++) {
            values[i] = power[from + i * stride];
        }
        Arrays.sort(values);
        return Math.max(values[values.length / 2], Double.MIN_NORMAL);
    }
}
