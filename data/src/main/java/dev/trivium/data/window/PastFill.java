package dev.trivium.data.window;

import dev.trivium.data.series.SeriesSet;

/**
 * Fills missing values from the past only: a missing value becomes the last one observed before it in the same series. Values missing
 * before the first observation of their series stay missing; the caller decides about those.
 */
public final class PastFill {

    private PastFill() {}

    /** {@return the series with its gaps filled; the same object if it has none} */
    public static SeriesSet fill(SeriesSet series) {
        if (series.missing() == 0) {
            return series;
        }
        double[] values = series.toArray();
        fill(values, series.width());
        return SeriesSet.of(series.time(), series.variables(), values);
    }

    /**
     * Fills values of shape (time, series), row-major, in place.
     *
     * @return how many were filled
     */
    public static long fill(double[] rowMajor, int width) {
        checkShape(rowMajor.length, width);
        long filled = 0;
        for (int i = width; i < rowMajor.length; i++) {
            if (Double.isNaN(rowMajor[i]) && !Double.isNaN(rowMajor[i - width])) {
                rowMajor[i] = rowMajor[i - width];
                filled++;
            }
        }
        return filled;
    }

    /**
     * Fills values of shape (time, series), row-major, in place.
     *
     * @return how many were filled
     */
    public static long fill(float[] rowMajor, int width) {
        checkShape(rowMajor.length, width);
        long filled = 0;
        for (int i = width; i < rowMajor.length; i++) {
            if (Float.isNaN(rowMajor[i]) && !Float.isNaN(rowMajor[i - width])) {
                rowMajor[i] = rowMajor[i - width];
                filled++;
            }
        }
        return filled;
    }

    private static void checkShape(int length, int width) {
        if (width < 1 || length % width != 0) {
            throw new IllegalArgumentException("rowMajor must have shape (time, series=" + width + "), got " + length + " numbers");
        }
    }
}
