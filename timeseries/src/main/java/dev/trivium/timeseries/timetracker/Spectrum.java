package dev.trivium.timeseries.timetracker;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/** The Fourier transform of normalised windows of one length L, not scaled: {@code X_f = Σ_t x_t exp(-2πi f t / L)}, f = 0 … ⌊L/2⌋. */
final class Spectrum {

    static {
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE); // the pool's threads would keep the process alive
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
    }

    private final int length;
    private final DoubleFFT_1D transform;

    /** @param length L, at least 1 */
    Spectrum(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length must be at least 1, got " + length);
        }
        this.length = length;
        transform = new DoubleFFT_1D(length);
    }

    /** {@return the number of frequencies, ⌊L/2⌋ + 1} */
    int bins() {
        return length / 2 + 1;
    }

    /**
     * {@return the amplitudes of the frequencies}
     *
     * @param values L of them, finite; 0 where missing
     */
    double[] amplitudes(double[] values) {
        double[] parts = parts(values);
        double[] amplitudes = new double[bins()];
        Arrays.setAll(amplitudes, f -> Math.hypot(parts[2 * f], parts[2 * f + 1]));
        return amplitudes;
    }

    /** {@return real and imaginary part of each frequency in turn} */
    double[] parts(double[] values) {
        if (values.length != length) {
            throw new IllegalArgumentException("values must have the length " + length + ", got " + values.length);
        }
        double[] packed = values.clone();
        transform.realForward(packed);
        double[] parts = new double[2 * bins()];
        System.arraycopy(packed, 0, parts, 0, length);
        if (length % 2 == 0) {
            parts[length] = packed[1]; // the highest frequency is packed behind the lowest
            parts[1] = 0;
        } else if (length > 1) {
            parts[length] = packed[1]; // odd lengths: the last imaginary part is packed there
            parts[1] = 0;
        }
        return parts;
    }
}
