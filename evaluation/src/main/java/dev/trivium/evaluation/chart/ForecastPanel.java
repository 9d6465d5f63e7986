package dev.trivium.evaluation.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/**
 * One series of a {@link ForecastChart}: its history, its forecast and, if wanted, the actual values and a band.
 * NaN = missing.
 */
public final class ForecastPanel {

    private static final double[] NONE = {};
    private final String name;
    private final String unit;
    private final double[] history;
    private final double[] forecast;
    private final double[] actual;
    private final double[] low;
    private final double[] high;
    private final String band;

    private ForecastPanel(String name, String unit, double[] history, double[] forecast, double[] actual, double[] low,
            double[] high, String band) {
        this.name = name;
        this.unit = unit;
        this.history = history;
        this.forecast = forecast;
        this.actual = actual;
        this.low = low;
        this.high = high;
        this.band = band;
        requireNoInfinity(name, history, forecast, actual, low, high);
    }

    /**
     * A series with its history and its forecast.
     *
     * @param unit     unit of the values, empty where it is not known
     * @param history  values up to the forecast
     * @param forecast the values after them, at least one
     */
    public static ForecastPanel of(String name, String unit, double[] history, double[] forecast) {
        if (forecast.length == 0) {
            throw new IllegalArgumentException("forecast must not be empty, got no value for " + name);
        }
        return new ForecastPanel(name, unit, history.clone(), forecast.clone(), NONE, NONE, NONE, "");
    }

    /** {@return this panel with the values that came, one value per forecast step} */
    public ForecastPanel withActual(double[] values) {
        requireLength("actual", values);
        return new ForecastPanel(name, unit, history, forecast, values.clone(), low, high, band);
    }

    /** {@return this panel with a band from low to high around the forecast, one value each per forecast step} */
    public ForecastPanel withBand(double[] lowest, double[] highest) {
        return withBand(lowest, highest, "forecast interval");
    }

    /** {@return as {@link #withBand(double[], double[])}, a band that should hold a share of the values that come, in (0, 1)} */
    public ForecastPanel withBand(double[] lowest, double[] highest, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be in (0, 1), got " + share);
        }
        return withBand(lowest, highest, new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(100 * share)
                + " % forecast interval");
    }

    private ForecastPanel withBand(double[] lowest, double[] highest, String called) {
        requireLength("low", lowest);
        requireLength("high", highest);
        for (int i = 0; i < lowest.length; i++) {
            if (!(lowest[i] <= highest[i])) {
                throw new IllegalArgumentException("low must be at most high, got [" + lowest[i] + ", " + highest[i]
                        + "] at step " + (i + 1) + " of " + name);
            }
        }
        return new ForecastPanel(name, unit, history, forecast, actual, lowest.clone(), highest.clone(), called);
    }

    private void requireLength(String argument, double[] values) {
        if (values.length != forecast.length) {
            throw new IllegalArgumentException(argument + " must have one value per forecast step (" + forecast.length
                    + ") of " + name + ", got " + values.length);
        }
    }

    private static void requireNoInfinity(String name, double[]... arrays) {
        for (double[] values : arrays) {
            for (double value : values) {
                if (Double.isInfinite(value)) {
                    throw new IllegalArgumentException("values must be finite or NaN (missing), got " + value + " in " + name);
                }
            }
        }
    }

    /** {@return values up to the forecast; NaN is missing, as in all of these arrays} */
    public double[] history() {
        return history.clone();
    }

    /** {@return the forecast} */
    public double[] forecast() {
        return forecast.clone();
    }

    /** {@return the values that came; empty if they are not known} */
    public double[] actual() {
        return actual.clone();
    }

    /** {@return lower ends of the band; empty without one} */
    public double[] low() {
        return low.clone();
    }

    /** {@return upper ends of the band; empty without one} */
    public double[] high() {
        return high.clone();
    }

    /** {@return the name, with the unit where it is known} */
    public String heading() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    int historyLength() {
        return history.length;
    }

    int horizon() {
        return forecast.length;
    }

    boolean hasActual() {
        return actual.length > 0;
    }

    boolean hasBand() {
        return low.length > 0;
    }

    /** {@return what the band is; empty without one} */
    public String band() {
        return band;
    }

    Range range() {
        return Range.of(history, forecast, actual, low, high);
    }

    /** Draws band, history, actual values and forecast, in this order. */
    void draw(Plot plot, double[] past, double[] future, List<Mark> marks) {
        if (hasBand()) {
            int n = low.length;
            double[] x = new double[2 * n];
            double[] y = new double[2 * n];
            for (int i = 0; i < n; i++) {
                x[i] = plot.x(future[i]);
                y[i] = plot.y(low[i]);
                x[2 * n - 1 - i] = x[i];
                y[2 * n - 1 - i] = plot.y(high[i]);
            }
            marks.add(new Mark.Area(x, y, Ink.BAND));
        }
        marks.addAll(Curve.marks(plot.xs(past), plot.ys(history), Ink.HISTORY, ForecastChart.THIN, false));
        if (hasActual()) {
            marks.addAll(Curve.marks(plot.xs(future), plot.ys(actual), Ink.VERMILION, ForecastChart.THIN, false));
        }
        marks.addAll(Curve.marks(plot.xs(future), plot.ys(forecast), Ink.BLUE, ForecastChart.THICK, false));
    }
}
