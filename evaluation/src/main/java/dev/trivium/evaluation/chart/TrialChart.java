package dev.trivium.evaluation.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The trials of a search: their scores in order with the best so far, and below, the score beside every parameter. Smaller scores are better.
 *
 * <p>Scores far above the middle one would hide the others: they stand at the upper edge, and the source note says how many.
 */
public final class TrialChart implements Chart {

    private static final int WIDTH = 1000;
    private static final int COLUMNS = 3;
    private static final double TOP_HEIGHT = 240;
    private static final double SLICE_HEIGHT = 140;
    private static final double HEADING = 24;
    private static final double AXIS = 34;
    private static final double BETWEEN = 14;
    private static final double DOT = 3;
    private static final double LARGE_DOT = 4.5;
    private static final double FAR = 3;

    private final String title;
    private final String source;
    private final String score;
    private final double[] scores;
    private final List<Slice> slices;
    private final Range range;

    /**
     * A parameter of the trials.
     *
     * @param name   of the parameter
     * @param values one for each trial, NaN where it has none; for choices their numbers from 0
     * @param log    whether the axis is logarithmic; all values are then above 0
     * @param labels names of the choices; empty for numbers
     */
    public record Slice(String name, double[] values, boolean log, List<String> labels) {

        /** Copies the values. */
        public Slice {
            values = values.clone();
            labels = List.copyOf(labels);
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        double at(int trial) {
            return log ? Math.log10(values[trial]) : values[trial];
        }
    }

    private TrialChart(String title, String source, String score, double[] scores, List<Slice> slices) {
        this.title = title;
        this.source = source;
        this.score = score;
        this.scores = scores;
        this.slices = slices;
        range = range(scores);
    }

    /**
     * Makes a chart.
     *
     * @param title  what was searched
     * @param source where the numbers come from; may be empty
     * @param score  what the score is
     * @param scores of the trials in order, the standard recipe first; NaN for one without
     * @param slices parameters; those with fewer than two different values are left out
     * @throws IllegalArgumentException if no trial has a score, or a slice has not one value for each trial
     */
    public static TrialChart of(String title, String source, String score, double[] scores, List<Slice> slices) {
        if (Arrays.stream(scores).noneMatch(Double::isFinite)) {
            throw new IllegalArgumentException("scores must hold a finite one, got none of " + scores.length);
        }
        for (Slice slice : slices) {
            if (slice.values.length != scores.length) {
                throw new IllegalArgumentException("values of " + slice.name() + " must number " + scores.length + ", got " + slice.values.length);
            }
        }
        List<Slice> drawn = slices.stream().filter(slice -> Arrays.stream(slice.values).filter(Double::isFinite).distinct().count() > 1).toList();
        return new TrialChart(title, source, score, scores.clone(), drawn);
    }

    private static Range range(double[] scores) {
        double[] sorted = Arrays.stream(scores).filter(Double::isFinite).sorted().toArray();
        double middle = sorted[sorted.length / 2];
        double most = Math.max(middle, middle + FAR * (middle - sorted[0]));
        return Range.of(Arrays.stream(sorted).filter(value -> value <= most || !(middle > sorted[0])).toArray());
    }

    private int best() {
        return IntStream.range(0, scores.length).filter(i -> Double.isFinite(scores[i])).boxed()
                .min((a, b) -> Double.compare(scores[a], scores[b])).orElseThrow();
    }

    @Override
    public Picture picture() {
        Sheet sheet = new Sheet(title, WIDTH);
        Legend legend = new Legend().area("trial", Ink.BLUE).area("standard recipe", Ink.TEXT).area("best", Ink.VERMILION)
                .line("best so far", Ink.VERMILION, 1.8, false);
        double top = legend.draw(Sheet.MARGIN, sheet.title(), sheet.right(), sheet.marks()) + HEADING;
        double labels = labels();
        Plot first = new Plot(Sheet.MARGIN + labels, top, sheet.right() - Sheet.MARGIN - labels - 10, TOP_HEIGHT,
                new Range(0.5, Math.max(1, scores.length) + 0.5), range);
        course(first, sheet.marks());
        double below = first.bottom() + AXIS + HEADING;
        double width = (sheet.right() - Sheet.MARGIN - (COLUMNS - 1) * BETWEEN) / COLUMNS;
        for (int i = 0; i < slices.size(); i++) {
            double left = Sheet.MARGIN + i % COLUMNS * (width + BETWEEN);
            double y = below + i / COLUMNS * (HEADING + SLICE_HEIGHT + AXIS);
            slice(slices.get(i), new Plot(left + labels, y + HEADING, width - labels - 10, SLICE_HEIGHT, across(slices.get(i)), range), sheet.marks());
        }
        int rows = (slices.size() + COLUMNS - 1) / COLUMNS;
        sheet.describe(String.format(Locale.ROOT, "%d trials; the best, trial %d, has %.4g", scores.length, best() + 1, scores[best()]));
        return sheet.finish(below + rows * (HEADING + SLICE_HEIGHT + AXIS), (hidden() + source).strip());
    }

    private String hidden() {
        long above = Arrays.stream(scores).filter(value -> value > range.high()).count();
        long none = Arrays.stream(scores).filter(value -> !Double.isFinite(value)).count();
        return (above == 0 ? "" : "Scores above the axis, which stand at its upper edge: " + above + ". ")
                + (none == 0 ? "" : "Trials without a score: " + none + ". ");
    }

    private double labels() {
        return 10 + new Plot(0, 0, 1, SLICE_HEIGHT, new Range(0, 1), range).valueTicks().stream()
                .mapToDouble(tick -> TextWidth.of(tick.label(), Plot.LABEL_SIZE, false)).max().orElse(0);
    }

    private void course(Plot plot, List<Mark> marks) {
        List<Tick> ticks = ValueTicks.whole(plot.x(), 16);
        plot.frame(ticks, marks);
        plot.labels(ticks, marks);
        heading(score + ", by trial", plot, marks);
        double[] x = new double[scores.length];
        double[] y = new double[scores.length];
        double least = Double.NaN;
        for (int i = 0; i < scores.length; i++) {
            least = Double.isFinite(scores[i]) && !(scores[i] >= least) ? scores[i] : least;
            x[i] = plot.x(i + 1);
            y[i] = Double.isNaN(least) ? Double.NaN : plot.y(Math.min(least, range.high()));
        }
        marks.addAll(Curve.marks(x, y, Ink.VERMILION, 1.8, false));
        dots(plot, i -> i + 1, marks);
    }

    private interface Place {
        double of(int trial);
    }

    /** The best one last, so that none lies over it. */
    private void dots(Plot plot, Place place, List<Mark> marks) {
        for (int i = 1; i < scores.length; i++) {
            dot(plot, place, i, DOT, Ink.BLUE, marks);
        }
        dot(plot, place, 0, LARGE_DOT, Ink.TEXT, marks);
        dot(plot, place, best(), LARGE_DOT, Ink.VERMILION, marks);
    }

    private void dot(Plot plot, Place place, int i, double radius, Ink ink, List<Mark> marks) {
        if (Double.isFinite(scores[i]) && Double.isFinite(place.of(i))) {
            marks.add(new Mark.Dot(plot.x(place.of(i)), plot.y(Math.min(scores[i], range.high())), radius, ink));
        }
    }

    private static Range across(Slice slice) {
        if (!slice.labels().isEmpty()) {
            return new Range(-0.5, slice.labels().size() - 0.5);
        }
        return Range.of(IntStream.range(0, slice.values.length).mapToDouble(slice::at).toArray());
    }

    private void slice(Slice slice, Plot plot, List<Mark> marks) {
        List<Tick> ticks = ticks(slice, plot);
        plot.frame(ticks, marks);
        plot.labels(ticks, marks);
        heading(slice.name(), plot, marks);
        dots(plot, slice::at, marks);
    }

    private static void heading(String text, Plot plot, List<Mark> marks) {
        marks.add(new Mark.Text(plot.left(), plot.top() - 8, TextWidth.cut(text, 12.5, true, plot.width()), 12.5, true, Mark.Anchor.START, Ink.TEXT));
    }

    private static List<Tick> ticks(Slice slice, Plot plot) {
        List<Tick> ticks = new ArrayList<>();
        if (!slice.labels().isEmpty()) {
            for (int i = 0; i < slice.labels().size(); i++) {
                ticks.add(new Tick(i, TextWidth.cut(slice.labels().get(i), Plot.LABEL_SIZE, false, plot.width() / slice.labels().size()), ""));
            }
            return ticks;
        }
        if (!slice.log()) {
            return ValueTicks.of(plot.x(), 5);
        }
        boolean narrow = plot.x().high() - plot.x().low() < 2;
        for (int power = (int) Math.floor(plot.x().low()); power <= plot.x().high(); power++) {
            for (int factor : narrow ? new int[] {1, 2, 5} : new int[] {1}) {
                double at = power + Math.log10(factor);
                if (at >= plot.x().low() && at <= plot.x().high()) {
                    ticks.add(new Tick(at, power >= -2 && power <= 3 ? plain(factor, power) : factor + "e" + power, ""));
                }
            }
        }
        return ticks;
    }

    private static String plain(int factor, int power) {
        return String.format(Locale.ROOT, "%." + Math.max(0, -power) + "f", factor * Math.pow(10, power));
    }
}
