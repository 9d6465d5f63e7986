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

    private final String title;
    private final String source;
    private final ChartTime time;
    private final List<ForecastPanel> panels;

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
    }

    /** {@return what is shown} */
    public String title() {
        return title;
    }

    /** {@return where data and forecast come from} */
    public String source() {
        return source;
    }

    /** {@return the stamps of history and forecast} */
    public ChartTime time() {
        return time;
    }

    /** {@return all series, those too that a picture has no room for} */
    public List<ForecastPanel> panels() {
        return panels;
    }

    @Override
    public Picture picture() {
        return new SmallMultiples(time, panels.stream().map(Placed::new).toList(), PANELS_SHOWN).picture(title, legend(), source);
    }

    private Legend legend() {
        Legend legend = new Legend().line("history", Ink.HISTORY, THIN, false).line("forecast", Ink.BLUE, THICK, false);
        if (panels.stream().anyMatch(ForecastPanel::hasActual)) {
            legend.line("actual", Ink.VERMILION, THIN, false);
        }
        panels.stream().filter(ForecastPanel::hasBand).map(ForecastPanel::band).distinct().forEach(band -> legend.area(band, Ink.BAND));
        return legend.line("forecast starts at " + time.label(start()), Ink.QUIET, 1.2, true);
    }

    private int start() {
        return panels.get(0).historyLength();
    }

    /** {@return half a step before the first forecast, or at it without a history} */
    private double markedStart() {
        return start() == 0 ? time.position(0) : (time.position(start() - 1) + time.position(start())) / 2;
    }

    /** A series at its place in time. */
    private final class Placed implements Panel {

        private final ForecastPanel series;

        Placed(ForecastPanel series) {
            this.series = series;
        }

        @Override
        public String heading() {
            return series.heading();
        }

        @Override
        public Range range() {
            return series.range();
        }

        @Override
        public void draw(Plot plot, List<Mark> marks) {
            double startsAt = plot.x(markedStart());
            marks.add(Mark.Stroke.line(startsAt, plot.top(), startsAt, plot.bottom(), Ink.QUIET, 1.2, true));
            double[] stamps = time.positions();
            series.draw(plot, Arrays.copyOf(stamps, start()), Arrays.copyOfRange(stamps, start(), stamps.length), marks);
        }
    }
}
