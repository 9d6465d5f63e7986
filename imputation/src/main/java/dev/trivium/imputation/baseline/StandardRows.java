package dev.trivium.imputation.baseline;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import java.util.Arrays;
import java.util.BitSet;

/** Series standardised by the training rows, NaN where missing, and which rows of each are visible. */
final class StandardRows {

    /** Estimates one missing cell. */
    interface Estimate {
        double at(int t, int s);
    }

    private final double[] values;
    private final int length;
    private final int width;
    private final int[][] visible;

    private StandardRows(double[] values, int length, int width) {
        this.values = values;
        this.length = length;
        this.width = width;
        visible = new int[width][];
        int[] rows = new int[length];
        for (int s = 0; s < width; s++) {
            int count = 0;
            for (int t = 0; t < length; t++) {
                if (!Double.isNaN(values[t * width + s])) {
                    rows[count++] = t;
                }
            }
            visible[s] = Arrays.copyOf(rows, count);
        }
    }

    static StandardRows of(SeriesSet series, Standardiser standardiser) {
        return new StandardRows(standardiser.forward(series), series.length(), series.width());
    }

    int length() {
        return length;
    }

    int width() {
        return width;
    }

    /** {@return the value; NaN if it is missing} */
    double value(int t, int s) {
        return values[t * width + s];
    }

    /** {@return the rows in which a series is visible, first to last; not to be changed} */
    int[] visible(int s) {
        return visible[s];
    }

    /** {@return the place among the visible rows of the last one before row {@code t}; −1 if there is none} */
    int before(int t, int s) {
        int place = Arrays.binarySearch(visible[s], t);
        return place >= 0 ? place - 1 : -place - 2;
    }

    /** {@return the place among the visible rows of the first one after row {@code t}; their number if there is none} */
    int after(int t, int s) {
        int place = Arrays.binarySearch(visible[s], t);
        return place >= 0 ? place + 1 : -place - 1;
    }

    /** {@return the visible value at a place} */
    double at(int place, int s) {
        return value(visible[s][place], s);
    }

    /** {@return the straight line at row {@code t} between two places; the nearer value at an edge, the mean where nothing is visible} */
    double line(int t, int s, int before, int after) {
        if (before < 0) {
            return after < visible[s].length ? at(after, s) : 0;
        }
        if (after >= visible[s].length) {
            return at(before, s);
        }
        double share = (double) (t - visible[s][before]) / (visible[s][after] - visible[s][before]);
        return (1 - share) * at(before, s) + share * at(after, s);
    }

    /** {@return the value, or the straight line where it is missing} */
    double interpolated(int t, int s) {
        double value = value(t, s);
        return Double.isNaN(value) ? line(t, s, before(t, s), after(t, s)) : value;
    }

    /** {@return some rows with every missing cell estimated} */
    double[] filled(int from, int to, Estimate estimate) {
        double[] filled = Arrays.copyOfRange(values, from * width, to * width);
        for (int i = 0; i < filled.length; i++) {
            if (Double.isNaN(filled[i])) {
                filled[i] = estimate.at(from + i / width, i % width);
            }
        }
        return filled;
    }

    /** {@return the same rows with more of their cells missing} */
    StandardRows without(BitSet cells) {
        double[] fewer = values.clone();
        cells.stream().forEach(i -> fewer[i] = Double.NaN);
        return new StandardRows(fewer, length, width);
    }
}
