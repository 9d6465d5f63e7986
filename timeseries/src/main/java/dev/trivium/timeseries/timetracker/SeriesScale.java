package dev.trivium.timeseries.timetracker;

/**
 * Level and spread of one series over its observed points, by which it is normalised: {@code z = (x - level) / spread}.
 *
 * <p>Computed on the series brought to [-1, 1], in double precision, so that series of size 1e300 or 1e-300, or of 1e12 with changes of 1,
 * are normalised as well as any other. The spread is the population deviation, without a constant added: a forecast of {@code a x + b} is
 * {@code a} times that of {@code x} plus {@code b}. A series whose values differ by no more than rounding is constant: all its z are 0, and
 * every z is restored to its value.
 *
 * @param centre middle between the least and the largest value
 * @param half half of what lies between them; 0 for a constant series
 * @param mean of {@code (x - centre) / half}
 * @param deviation of the same, above 0
 */
record SeriesScale(double centre, double half, double mean, double deviation) {

    private static final float LIMIT = 20;
    private static final double ROUNDING = 1e-13;

    /** Measures the observed values in {@code [from, to)}. Without any, the series is constant and every z is restored to NaN. */
    static SeriesScale of(double[] values, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                least = Math.min(least, values[i]);
                largest = Math.max(largest, values[i]);
            }
        }
        if (least > largest) {
            return new SeriesScale(Double.NaN, 0, 0, 1);
        }
        double half = largest / 2 - least / 2;
        if (half <= ROUNDING * Math.max(Math.abs(least), Math.abs(largest)) || half < Double.MIN_NORMAL) {
            return new SeriesScale(least + half, 0, 0, 1);
        }
        return measured(values, from, to, least / 2 + largest / 2, half);
    }

    private static SeriesScale measured(double[] values, int from, int to, double centre, double half) {
        int count = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                sum += (values[i] - centre) / half;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                double d = (values[i] - centre) / half - mean;
                squares += d * d;
            }
        }
        return new SeriesScale(centre, half, mean, Math.sqrt(squares / count));
    }

    /** {@return z of an observed value, cut to what a network was shown in training} */
    float normal(double value) {
        return half == 0 ? 0 : Math.max(-LIMIT, Math.min(LIMIT, exact(value)));
    }

    /** {@return z of a value, not cut; only for a series that is not constant} */
    float exact(double value) {
        return (float) (((value - centre) / half - mean) / deviation);
    }

    /** {@return the population deviation in the series' unit; 0 for a constant series} */
    double spread() {
        return half * deviation;
    }

    /** {@return the value of a z} */
    double restore(double z) {
        return half == 0 ? centre : centre + half * (mean + deviation * z);
    }
}
