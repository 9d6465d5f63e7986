package dev.trivium.nn.wavelet;

/** Orthogonal wavelets, by their reconstruction low-pass filter; the other three filters follow from it. */
public enum Wavelet {
    /** Haar, 2 taps. */
    HAAR(0.7071067811865476, 0.7071067811865476),
    /** Daubechies' least asymmetric wavelet with 3 vanishing moments, 6 taps. */
    SYM3(0.3326705529509569, 0.8068915093133388, 0.4598775021193313, -0.13501102001039084, -0.08544127388224149, 0.035226291882100656),
    /** Coiflet with 6 vanishing moments, 18 taps. */
    COIF3(-0.003793512864380802, 0.007782596425672746, 0.023452696142077168, -0.06577191128146936, -0.06112339000297255,
            0.40517690240911824, 0.7937772226260872, 0.42848347637737, -0.07179982161915484, -0.08230192710629983, 0.03455502757329774,
            0.015880544863669452, -0.009007976136730624, -0.0025745176881367972, 0.0011175187708306303, 0.0004662169598204029,
            -7.0983302506379e-05, -3.459977319727278e-05);

    private final double[] reconstructionLow;

    Wavelet(double... reconstructionLow) {
        this.reconstructionLow = reconstructionLow;
    }

    /** {@return the number of taps, K} */
    public int taps() {
        return reconstructionLow.length;
    }

    /** {@return g, the low-pass filter that reconstructs} */
    public double[] reconstructionLow() {
        return reconstructionLow.clone();
    }

    /** {@return the low-pass filter that decomposes: g reversed} */
    public double[] decompositionLow() {
        return reversed(reconstructionLow);
    }

    /** {@return the high-pass filter that decomposes: (-1)^{m+1} g[m]} */
    public double[] decompositionHigh() {
        double[] high = reconstructionLow.clone();
        for (int m = 0; m < high.length; m += 2) {
            high[m] = -high[m];
        }
        return high;
    }

    /** {@return the high-pass filter that reconstructs: the decomposing one reversed} */
    public double[] reconstructionHigh() {
        return reversed(decompositionHigh());
    }

    private static double[] reversed(double[] filter) {
        double[] back = new double[filter.length];
        for (int m = 0; m < back.length; m++) {
            back[m] = filter[filter.length - 1 - m];
        }
        return back;
    }
}
