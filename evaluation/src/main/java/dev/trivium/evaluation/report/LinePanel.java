package dev.trivium.evaluation.report;

import dev.trivium.evaluation.chart.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Curves over one axis.
 *
 * @param heading what stands above them; may be empty
 * @param axis    from left to right
 * @param series  the curves, each with a value for every place of the axis
 * @param mark    a place on the axis that matters, such as the start of a forecast
 * @param level   a height that matters, such as a nominal share
 * @param range   what the vertical axis shows; what the curves need if not told
 */
public record LinePanel(String heading, Axis axis, List<LineSeries> series, Optional<Marked> mark, Optional<Marked> level, Optional<Range> range) {

    /** The most places of an axis that are drawn: more would be finer than a pixel of a phone. */
    static final int MOST = 360;

    /**
     * A place that matters.
     *
     * @param at   where
     * @param text what is there
     */
    public record Marked(double at, String text) {}

    /** Copies the curves and checks their lengths. */
    public LinePanel {
        series = List.copyOf(series);
        for (LineSeries each : series) {
            if (each.values().length != axis.count()) {
                throw new IllegalArgumentException("series must have one value for every place of the axis (" + axis.count() + "), got "
                        + each.values().length + " for " + each.name());
            }
        }
        if (axis.count() == 0 || series.isEmpty()) {
            throw new IllegalArgumentException("series and axis must not be empty, got " + series.size() + " curves over " + axis.count() + " places");
        }
    }

    /** {@return curves over an axis} */
    public static LinePanel of(String heading, Axis axis, List<LineSeries> series) {
        return new LinePanel(heading, axis, series, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** {@return this panel with a vertical line} */
    public LinePanel withMark(double at, String text) {
        return new LinePanel(heading, axis, series, Optional.of(new Marked(at, text)), level, range);
    }

    /** {@return this panel with a horizontal line} */
    public LinePanel withLevel(double at, String text) {
        return new LinePanel(heading, axis, series, mark, Optional.of(new Marked(at, text)), range);
    }

    /** {@return this panel with a vertical axis from low to high} */
    public LinePanel withRange(double low, double high) {
        return new LinePanel(heading, axis, series, mark, level, Optional.of(new Range(low, high)));
    }

    Range vertical() {
        if (range.isPresent()) {
            return range.get();
        }
        List<double[]> all = new ArrayList<>();
        for (LineSeries each : series) {
            all.add(each.values());
            all.add(each.low());
            all.add(each.high());
        }
        level.ifPresent(marked -> all.add(new double[] {marked.at()}));
        var known = all.stream().flatMapToDouble(Arrays::stream).filter(value -> !Double.isNaN(value)).summaryStatistics();
        boolean constant = known.getCount() > 0 && known.getMin() == known.getMax() && known.getMin() != 0;
        double air = 0.1 * Math.abs(known.getMin());
        return constant ? new Range(known.getMin() - air, known.getMin() + air) : Range.of(all.toArray(double[][]::new));
    }

    /** {@return this panel, or one with the lowest and highest places of every curve in each of many short spans where it has too many} */
    LinePanel thinned() {
        if (axis.count() <= MOST) {
            return this;
        }
        TreeSet<Integer> kept = new TreeSet<>(List.of(0, axis.count() - 1));
        int spans = Math.max(1, MOST / (2 * series.size()));
        for (int b = 0; b < spans; b++) {
            int from = (int) ((long) b * axis.count() / spans);
            int to = (int) ((long) (b + 1) * axis.count() / spans);
            series.forEach(each -> extremes(each.values(), from, to, kept));
        }
        int[] places = kept.stream().mapToInt(Integer::intValue).toArray();
        return new LinePanel(heading, axis.pick(places), series.stream().map(each -> each.pick(places)).toList(), mark, level, range);
    }

    private static void extremes(double[] values, int from, int to, TreeSet<Integer> kept) {
        int low = from;
        int high = from;
        boolean any = false;
        for (int i = from; i < to; i++) {
            if (Double.isNaN(values[i])) {
                kept.add(i == from || Double.isNaN(values[i - 1]) ? from : i); // a gap stays a gap
            } else {
                low = !any || values[i] < values[low] ? i : low;
                high = !any || values[i] > values[high] ? i : high;
                any = true;
            }
        }
        if (any) {
            kept.add(low);
            kept.add(high);
        }
    }
}
