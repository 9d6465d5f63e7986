package dev.trivium.evaluation.chart;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** One series of a {@link GapChart}: observed values, filled ones with their intervals and, if wanted, what was hidden. NaN = missing. */
public final class GapPanel {

    private static final double[] NONE = {};
    private final String name;
    private final String unit;
    private final double[] observed;
    private final double[] filled;
    private final double[] low;
    private final double[] high;
    private final double[] hidden;

    private GapPanel(String name, String unit, double[] observed, double[] filled, double[] low, double[] high, double[] hidden) {
        this.name = name;
        this.unit = unit;
        this.observed = observed;
        this.filled = filled;
        this.low = low;
        this.high = high;
        this.hidden = hidden;
    }

    /**
     * A series, and which of its values were filled.
     *
     * @param unit unit of the values, empty where it is not known
     * @param values (time); NaN where there is none, which a filled one may not be
     * @param wasFilled set where a value was filled
     * @param lower (time), lower ends of the intervals; read where a value was filled
     * @param upper (time), upper ends
     */
    public static GapPanel of(String name, String unit, double[] values, BitSet wasFilled, double[] lower, double[] upper) {
        if (lower.length != values.length || upper.length != values.length) {
            throw new IllegalArgumentException("lower and upper must have one value per value of " + name + " (" + values.length + "), got "
                    + lower.length + " and " + upper.length);
        }
        for (int t = 0; t < values.length; t++) {
            if (Double.isInfinite(values[t]) || wasFilled.get(t) && !(lower[t] <= values[t] && values[t] <= upper[t])) {
                throw new IllegalArgumentException("values must be finite or NaN, and lie in their intervals where they were filled, got " + values[t] + " in ["
                        + lower[t] + ", " + upper[t] + "] at row " + t + " of " + name);
            }
        }
        return new GapPanel(name, unit, kept(values, wasFilled, false), kept(values, wasFilled, true), kept(lower, wasFilled, true),
                kept(upper, wasFilled, true), NONE);
    }

    private static double[] kept(double[] values, BitSet wasFilled, boolean which) {
        double[] kept = values.clone();
        for (int t = 0; t < kept.length; t++) {
            kept[t] = wasFilled.get(t) == which ? kept[t] : Double.NaN;
        }
        return kept;
    }

    /** {@return this panel with the values that were hidden, NaN where nothing was} */
    public GapPanel withHidden(double[] values) {
        if (values.length != observed.length) {
            throw new IllegalArgumentException("values must have one value per row of " + name + " (" + observed.length + "), got "
                    + values.length);
        }
        return new GapPanel(name, unit, observed, filled, low, high, values.clone());
    }

    int length() {
        return observed.length;
    }

    boolean hasHidden() {
        return hidden.length > 0;
    }

    /** {@return (time) observed values; NaN where there is none, as in all of these arrays} */
    public double[] observed() {
        return observed.clone();
    }

    /** {@return (time) filled values} */
    public double[] filled() {
        return filled.clone();
    }

    /** {@return (time) lower ends of the intervals of filled values} */
    public double[] low() {
        return low.clone();
    }

    /** {@return (time) upper ends of the intervals of filled values} */
    public double[] high() {
        return high.clone();
    }

    /** {@return (time) what was hidden; empty if that is not known} */
    public double[] hidden() {
        return hidden.clone();
    }

    /** {@return the name, with the unit where it is known} */
    public String heading() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    Range range() {
        return Range.of(observed, filled, low, high, hidden);
    }

    /** Draws bands, observed values, hidden ones and filled ones, in this order. */
    void draw(Plot plot, double[] stamps, List<Mark> marks) {
        for (int from = 0; from < filled.length; from++) {
            if (!Double.isNaN(filled[from])) {
                int to = from + 1;
                while (to < filled.length && !Double.isNaN(filled[to])) {
                    to++;
                }
                int first = from > 0 && !Double.isNaN(observed[from - 1]) ? from - 1 : from;
                band(plot, stamps, first, to < filled.length && !Double.isNaN(observed[to]) ? to + 1 : to, marks);
                from = to;
            }
        }
        marks.addAll(Curve.marks(plot.xs(stamps), plot.ys(observed), Ink.HISTORY, ForecastChart.THIN, false));
        if (hasHidden()) {
            marks.addAll(Curve.marks(plot.xs(stamps), plot.ys(hidden), Ink.VERMILION, ForecastChart.THIN, false));
        }
        marks.addAll(Curve.marks(plot.xs(stamps), plot.ys(filled), Ink.BLUE, ForecastChart.THICK, false));
    }

    /** A band over rows [from, to): of an observed row beside a gap it has no width. */
    private void band(Plot plot, double[] stamps, int from, int to, List<Mark> marks) {
        int n = to - from;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            int t = from + i;
            x[i] = plot.x(stamps[t]);
            x[2 * n - 1 - i] = x[i];
            y[i] = plot.y(Double.isNaN(low[t]) ? observed[t] : low[t]);
            y[2 * n - 1 - i] = plot.y(Double.isNaN(high[t]) ? observed[t] : high[t]);
        }
        marks.add(new Mark.Area(x, y, Ink.BAND));
    }

    @Override
    public String toString() {
        return heading() + ", " + Arrays.stream(filled).filter(v -> !Double.isNaN(v)).count() + " of " + filled.length + " values filled";
    }
}
