package dev.trivium.evaluation.chart;

import java.util.Arrays;
import java.util.List;

/**
 * History and forecast of several series as small multiples: one panel per series over one time axis, with the start of the
 * forecast marked.
 *
 * <p>Up to three panels stand in one column, more in two. Panels after {@link #PANELS_SHOWN} are left out, and the source note
 * says so.
 */
public final class ForecastChart implements Chart {

    /** The most panels that are drawn. */
    public static final int PANELS_SHOWN = 12;

    static final double THIN = 1.3;
    static final double THICK = 2.1;
    private static final int WIDTH = 1000;
    private static final double BETWEEN = 10;
    private static final double HEADING = 22;
    private static final double AXIS = 40;
    private static final double OVERHANG = 22; // half a label may stand out to the right

    private final String title;
    private final String source;
    private final ChartTime time;
    private final List<ForecastPanel> panels;
    private final int columns;

    /**
     * Makes a chart.
     *
     * @param title  what is shown
     * @param source where data and forecast come from, for the foot of the chart; may be empty
     * @param time   time stamps of history and forecast, history first
     * @param panels the series, all of one history length and one horizon, at least one
     */
    public ForecastChart(String title, String source, ChartTime time, List<ForecastPanel> panels) {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("panels must not be empty, got no panel");
        }
        ForecastPanel first = panels.get(0);
        for (ForecastPanel panel : panels) {
            if (panel.historyLength() != first.historyLength() || panel.horizon() != first.horizon()) {
                throw new IllegalArgumentException("panels must have the same (history, forecast) lengths, got ("
                        + first.historyLength() + ", " + first.horizon() + ") for " + first.heading() + " and ("
                        + panel.historyLength() + ", " + panel.horizon() + ") for " + panel.heading());
            }
        }
        if (time.count() != first.historyLength() + first.horizon()) {
            throw new IllegalArgumentException("time must have one stamp per value of history and forecast ("
                    + (first.historyLength() + first.horizon()) + "), got " + time.count());
        }
        this.title = title;
        this.source = source;
        this.time = time;
        this.panels = List.copyOf(panels);
        columns = panels.size() <= 3 ? 1 : 2;
    }

    @Override
    public Picture picture() {
        Sheet sheet = new Sheet(title, WIDTH);
        double top = legend().draw(Sheet.MARGIN, sheet.title(), sheet.right(), sheet.marks());
        int shown = Math.min(panels.size(), PANELS_SHOWN);
        double height = plotHeight(shown);
        for (int i = 0; i < shown; i++) {
            panel(i, i + columns >= shown, top + i / columns * (HEADING + height), height, sheet);
        }
        int rows = (shown + columns - 1) / columns;
        String left = panels.size() > shown ? shown + " of " + panels.size() + " series shown. " : "";
        return sheet.finish(top + rows * (HEADING + height) + AXIS, (left + source).strip());
    }

    private static double plotHeight(int shown) {
        return shown == 1 ? 320 : shown == 2 ? 200 : 130;
    }

    private Legend legend() {
        Legend legend = new Legend().line("history", Ink.HISTORY, THIN, false).line("forecast", Ink.BLUE, THICK, false);
        if (panels.stream().anyMatch(ForecastPanel::hasActual)) {
            legend.line("actual", Ink.VERMILION, THIN, false);
        }
        if (panels.stream().anyMatch(ForecastPanel::hasBand)) {
            legend.area("forecast interval", Ink.BAND);
        }
        return legend.line("forecast starts at " + time.label(start()), Ink.QUIET, 1.2, true);
    }

    private int start() {
        return panels.get(0).historyLength();
    }

    private void panel(int index, boolean lowest, double top, double height, Sheet sheet) {
        ForecastPanel panel = panels.get(index);
        int column = index % columns;
        double width = (sheet.right() - Sheet.MARGIN - (columns - 1) * BETWEEN) / columns;
        double labels = labelWidth(column, height);
        double left = Sheet.MARGIN + column * (width + BETWEEN);
        Plot plot = new Plot(left + labels, top + HEADING, width - labels - OVERHANG, height - 8, timeRange(), panel.range());
        List<Tick> ticks = time.ticks(plot.x(), plot.width());
        plot.frame(ticks, sheet.marks());
        double startsAt = plot.x(markedStart());
        sheet.marks().add(Mark.Stroke.line(startsAt, plot.top(), startsAt, plot.bottom(), Ink.QUIET, 1.2, true));
        double[] stamps = time.positions();
        panel.draw(plot, Arrays.copyOf(stamps, start()), Arrays.copyOfRange(stamps, start(), stamps.length), sheet.marks());
        sheet.marks().add(new Mark.Text(plot.left(), top + HEADING - 6,
                TextWidth.cut(panel.heading(), 12.5, true, plot.width()), 12.5, true, Mark.Anchor.START, Ink.TEXT));
        if (lowest) {
            plot.labels(ticks, sheet.marks());
        }
    }

    /** {@return the room that value labels need left of the plots of one column, so that the plots stand below each other} */
    private double labelWidth(int column, double height) {
        double widest = 20;
        for (int i = column; i < Math.min(panels.size(), PANELS_SHOWN); i += columns) {
            Plot plot = new Plot(0, 0, 1, height - 8, timeRange(), panels.get(i).range());
            widest = Math.max(widest, plot.valueTicks().stream()
                    .mapToDouble(tick -> TextWidth.of(tick.label(), Plot.LABEL_SIZE, false)).max().orElse(0));
        }
        return widest + 10;
    }

    private Range timeRange() {
        double low = time.position(0);
        double high = time.position(time.count() - 1);
        double air = Math.max(0.005 * (high - low), high > low ? 0 : 0.5);
        return new Range(low - air, high + air);
    }

    /** {@return half a step before the first forecast, or at it without a history} */
    private double markedStart() {
        return start() == 0 ? time.position(0) : (time.position(start() - 1) + time.position(start())) / 2;
    }
}
