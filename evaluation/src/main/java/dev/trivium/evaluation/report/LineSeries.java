package dev.trivium.evaluation.report;

import java.util.stream.IntStream;

/**
 * One curve, with a band around it if there is one.
 *
 * @param name   as the legend calls it; curves of one name are shown and hidden together
 * @param look   how it looks
 * @param values one for every place of the axis; NaN where there is none
 * @param low    lower ends of the band, NaN where there is none; empty without a band
 * @param high   upper ends of the band
 * @param band   what the band is, such as {@code 80 % interval}; empty without one
 */
public record LineSeries(String name, Look look, double[] values, double[] low, double[] high, String band) {

    private static final double[] NONE = {};

    /** Copies the values and checks their numbers. */
    public LineSeries {
        values = values.clone();
        low = low.clone();
        high = high.clone();
        if (low.length != high.length || low.length != 0 && low.length != values.length) {
            throw new IllegalArgumentException("low and high must be empty or number " + values.length + " in the curve " + name + ", got "
                    + low.length + " and " + high.length);
        }
    }

    /** {@return a curve without a band} */
    public static LineSeries of(String name, Look look, double... values) {
        return new LineSeries(name, look, values, NONE, NONE, "");
    }

    /** {@return this curve with a band} */
    public LineSeries withBand(String called, double[] lowest, double[] highest) {
        return new LineSeries(name, look, values, lowest, highest, called);
    }

    boolean hasBand() {
        return low.length > 0;
    }

    LineSeries pick(int[] kept) {
        return new LineSeries(name, look, pick(values, kept), hasBand() ? pick(low, kept) : NONE, hasBand() ? pick(high, kept) : NONE, band);
    }

    private static double[] pick(double[] from, int[] kept) {
        return IntStream.of(kept).mapToDouble(i -> from[i]).toArray();
    }
}
