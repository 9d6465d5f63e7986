package dev.trivium.data.scale;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.TrainingView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Standardises each series: {@code z = (x - mean) / deviation}, with the mean and the population standard deviation of the observed
 * training rows. A series that is constant there has deviation 1. Missing values stay missing. Can only be fitted from a training view.
 */
public final class Standardiser {

    private final List<String> names;
    private final double[] means;
    private final double[] deviations;

    private Standardiser(List<String> names, double[] means, double[] deviations) {
        this.names = List.copyOf(names);
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * {@return the standardiser of the observed values in the training rows}
     *
     * @throws IllegalArgumentException if a series has no observed value there
     */
    public static Standardiser fit(TrainingView view) {
        SeriesSet rows = view.series().rows(view.from(), view.to());
        double[] means = new double[rows.width()];
        double[] deviations = new double[rows.width()];
        for (int s = 0; s < rows.width(); s++) {
            ColumnStatistics statistics = ColumnStatistics.of(rows, s);
            means[s] = statistics.mean();
            deviations[s] = statistics.deviation() == 0 ? 1 : statistics.deviation();
        }
        return new Standardiser(rows.names(), means, deviations);
    }

    /** {@return the names of the series, in order} */
    public List<String> names() {
        return names;
    }

    /** {@return the number of series, S} */
    public int width() {
        return means.length;
    }

    /** {@return the mean of series {@code s}} */
    public double mean(int s) {
        return means[s];
    }

    /** {@return the standard deviation of series {@code s}; 1 for a constant one} */
    public double deviation(int s) {
        return deviations[s];
    }

    /** Standardises values of shape (…, series), row-major, in place. */
    public void forward(double[] rowMajor) {
        checkRows(rowMajor.length);
        for (int i = 0; i < rowMajor.length; ) {
            for (int s = 0; s < means.length; s++, i++) {
                rowMajor[i] = (rowMajor[i] - means[s]) / deviations[s];
            }
        }
    }

    /** Takes standardised values of shape (…, series), row-major, back to the units of the data, in place. */
    public void backward(double[] rowMajor) {
        checkRows(rowMajor.length);
        for (int i = 0; i < rowMajor.length; ) {
            for (int s = 0; s < means.length; s++, i++) {
                rowMajor[i] = rowMajor[i] * deviations[s] + means[s];
            }
        }
    }

    /** {@return the standardised values of a series set with these columns, shape (time, series), row-major} */
    public double[] forward(SeriesSet series) {
        checkNames(series);
        double[] values = series.toArray();
        forward(values);
        return values;
    }

    /** {@return as {@link #forward(SeriesSet)}, computed in double and rounded once to float} */
    public float[] forwardToFloat(SeriesSet series) {
        checkNames(series);
        int width = width();
        float[] standardised = new float[series.length() * width];
        double[] row = new double[width];
        for (int t = 0; t < series.length(); t++) {
            series.copyRows(t, t + 1, row, 0);
            for (int s = 0; s < width; s++) {
                standardised[t * width + s] = (float) ((row[s] - means[s]) / deviations[s]);
            }
        }
        return standardised;
    }

    /** {@return standardised values of shape (…, series), row-major, in the units of the data} */
    public double[] backward(float[] rowMajor) {
        double[] values = new double[rowMajor.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rowMajor[i];
        }
        backward(values);
        return values;
    }

    /** {@return the statistics as plain texts and numbers, for a file; {@link #parse} is its inverse} */
    public Map<String, Object> describe() {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("names", names);
        entries.put("means", boxed(means));
        entries.put("deviations", boxed(deviations));
        return entries;
    }

    /**
     * Reads what {@link #describe} wrote.
     *
     * @throws IllegalArgumentException if an entry is missing, unknown or wrong; the message names it
     */
    public static Standardiser parse(Map<String, Object> description) {
        return StandardiserDescription.parse(description);
    }

    static Standardiser of(List<String> names, double[] means, double[] deviations) {
        return new Standardiser(names, means, deviations);
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    private void checkRows(int length) {
        if (length % means.length != 0) {
            throw new IllegalArgumentException("rowMajor must have shape (…, series=" + means.length + "), got " + length + " numbers");
        }
    }

    private void checkNames(SeriesSet series) {
        if (!series.names().equals(names)) {
            throw new IllegalArgumentException("series must have the columns " + names + ", got " + series.names());
        }
    }
}
