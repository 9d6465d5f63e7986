package dev.trivium.timeseries.baseline;

/**
 * y = c + W (x - c) + b for one series.
 *
 * @param centre what c is
 * @param penalty with which W was fitted; 0 if nothing was
 * @param weights W, (H, L)
 * @param bias b, (H), in the units of x
 */
record LinearMap(Centre centre, double penalty, float[][] weights, double[] bias) {

    /** What is taken off a look-back before the map and put back after it. */
    enum Centre {
        /** Its last value. */
        LAST,
        /** Its mean. */
        MEAN
    }

    static LinearMap lastValue(int lookback, int horizon) {
        return new LinearMap(Centre.LAST, 0, new float[horizon][lookback], new double[horizon]);
    }

    /** {@return this map for x and y that are {@code factor} times as large} */
    LinearMap scaled(double factor) {
        double[] larger = bias.clone();
        for (int h = 0; h < larger.length; h++) {
            larger[h] *= factor;
        }
        return new LinearMap(centre, penalty, weights, larger);
    }

    boolean fitted() {
        return penalty > 0;
    }

    double centre(double[] x) {
        if (centre == Centre.LAST) {
            return x[x.length - 1];
        }
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    /** Takes the centre off {@code x}, in place, and returns it. */
    double takeCentre(double[] x) {
        double c = centre(x);
        for (int p = 0; p < x.length; p++) {
            x[p] -= c;
        }
        return c;
    }

    /** {@return step h for a look-back from which c was taken} */
    double at(int h, double[] centred, double c) {
        double sum = 0;
        float[] w = weights[h];
        for (int p = 0; p < w.length; p++) {
            sum += w[p] * centred[p];
        }
        return c + sum + bias[h];
    }
}
