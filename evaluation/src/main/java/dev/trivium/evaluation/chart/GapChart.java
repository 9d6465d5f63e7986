package dev.trivium.evaluation.chart;

import java.util.List;

/**
 * Series with filled gaps as small multiples: observed values, filled ones with their intervals and, where they are known, the values that were
 * hidden.
 */
public final class GapChart implements Chart {

    /** The most panels that are drawn. */
    public static final int PANELS_SHOWN = 12;

    private final String title;
    private final String source;
    private final String level;
    private final ChartTime time;
    private final List<GapPanel> panels;

    /**
     * Makes a chart.
     *
     * @param title  what is shown
     * @param source where data and fills come from, for the foot of the chart; may be empty
     * @param level  what the intervals are, such as {@code 80 % interval}
     * @param time   time stamps of the rows
     * @param panels the series, at least one, each with a value for every stamp
     */
    public GapChart(String title, String source, String level, ChartTime time, List<GapPanel> panels) {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("panels must not be empty, got no panel");
        }
        for (GapPanel panel : panels) {
            if (panel.length() != time.count()) {
                throw new IllegalArgumentException("panels must have one value per time stamp (" + time.count() + "), got "
                        + panel.length() + " for " + panel.heading());
            }
        }
        this.title = title;
        this.source = source;
        this.level = level;
        this.time = time;
        this.panels = List.copyOf(panels);
    }

    /** {@return what is shown} */
    public String title() {
        return title;
    }

    /** {@return where data and fills come from} */
    public String source() {
        return source;
    }

    /** {@return what the intervals are} */
    public String level() {
        return level;
    }

    /** {@return the stamps of the rows} */
    public ChartTime time() {
        return time;
    }

    /** {@return all series, those too that a picture has no room for} */
    public List<GapPanel> panels() {
        return panels;
    }

    @Override
    public Picture picture() {
        Legend legend = new Legend().line("observed", Ink.HISTORY, ForecastChart.THIN, false)
                .line("filled", Ink.BLUE, ForecastChart.THICK, false).area(level, Ink.BAND);
        if (panels.stream().anyMatch(GapPanel::hasHidden)) {
            legend.line("hidden truth", Ink.VERMILION, ForecastChart.THIN, false);
        }
        return new SmallMultiples(time, panels.stream().map(Placed::new).toList(), PANELS_SHOWN).picture(title, legend, source);
    }

    /** A series at its place in time. */
    private final class Placed implements Panel {

        private final GapPanel series;

        Placed(GapPanel series) {
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
            series.draw(plot, time.positions(), marks);
        }
    }
}
