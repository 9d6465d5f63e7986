package dev.trivium.evaluation.report;

import dev.trivium.evaluation.chart.ChartTime;
import dev.trivium.evaluation.chart.ForecastChart;
import dev.trivium.evaluation.chart.ForecastPanel;
import dev.trivium.evaluation.chart.GapChart;
import dev.trivium.evaluation.chart.GapPanel;
import dev.trivium.evaluation.text.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Curves, in one panel or in several: what is under the pointer can be read off, and curves can be hidden by their names.
 *
 * @param title  what is shown
 * @param note   what a reader should know about it; may be empty
 * @param xLabel name and unit of the horizontal axes; empty for time
 * @param yLabel name and unit of the vertical axes; empty where the panels say it
 * @param panels the panels
 */
public record LineFigure(String title, String note, String xLabel, String yLabel, List<LinePanel> panels) implements Figure {

    /** The most panels that are drawn. */
    public static final int PANELS_SHOWN = 12;

    /** Thins the panels. */
    public LineFigure {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("panels must not be empty, got none for " + title);
        }
        panels = panels.stream().map(LinePanel::thinned).toList();
    }

    /** {@return the series of a forecast} */
    public static LineFigure of(ForecastChart chart) {
        List<LinePanel> panels = new ArrayList<>();
        for (ForecastPanel panel : chart.panels()) {
            int past = panel.history().length;
            int all = chart.time().count();
            List<LineSeries> series = new ArrayList<>();
            series.add(LineSeries.of("history", Look.OBSERVED, placed(panel.history(), 0, all)));
            if (panel.actual().length > 0) {
                series.add(LineSeries.of("actual", Look.TRUTH, placed(panel.actual(), past, all)));
            }
            LineSeries forecast = LineSeries.of("forecast", Look.MODEL, placed(panel.forecast(), past, all));
            series.add(panel.low().length == 0 ? forecast
                    : forecast.withBand(panel.band(), placed(panel.low(), past, all), placed(panel.high(), past, all)));
            double start = past == 0 ? chart.time().position(0) : (chart.time().position(past - 1) + chart.time().position(past)) / 2;
            panels.add(LinePanel.of(panel.heading(), Axis.of(chart.time()), series).withMark(start, "forecast starts at " + chart.time().label(past)));
        }
        return new LineFigure(chart.title(), chart.source(), "", "", panels);
    }

    /** {@return the series of a chart of gaps} */
    public static LineFigure of(GapChart chart) {
        List<LinePanel> panels = new ArrayList<>();
        ChartTime time = chart.time();
        for (GapPanel panel : chart.panels()) {
            List<LineSeries> series = new ArrayList<>(List.of(LineSeries.of("observed", Look.OBSERVED, panel.observed())));
            if (panel.hidden().length > 0) {
                series.add(LineSeries.of("hidden truth", Look.TRUTH, panel.hidden()));
            }
            series.add(LineSeries.of("filled", Look.MODEL, panel.filled()).withBand(chart.level(), panel.low(), panel.high()));
            panels.add(LinePanel.of(panel.heading(), Axis.of(time), series));
        }
        return new LineFigure(chart.title(), chart.source(), "", "", panels);
    }

    private static double[] placed(double[] values, int from, int count) {
        double[] placed = new double[count];
        Arrays.fill(placed, Double.NaN);
        System.arraycopy(values, 0, placed, from, values.length);
        return placed;
    }

    @Override
    public void write(HtmlPage page) {
        FigureFrame frame = new FigureFrame(page.html(), this, note);
        List<LinePanel> shown = panels.subList(0, Math.min(PANELS_SHOWN, panels.size()));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        frame.open();
        frame.legend(legend(shown, numbers));
        String lines = Stream.of(shown.get(0).mark(), shown.get(0).level()).flatMap(Optional::stream).map(LinePanel.Marked::text)
                .collect(Collectors.joining("; "));
        if (!lines.isEmpty()) {
            page.html().element("p", "Dashed line: " + lines + ".", "class", "quiet");
        }
        page.html().open("div", "class", shown.size() == 1 ? "panels one" : "panels");
        for (LinePanel panel : shown) {
            panel(page.html(), panel, numbers, shown.size() == 1);
        }
        page.html().close("div");
        if (panels.size() > shown.size()) {
            page.html().element("p", shown.size() + " of " + panels.size() + " series are shown.", "class", "quiet");
        }
        frame.close();
    }

    private static List<FigureFrame.Key> legend(List<LinePanel> shown, Map<String, Integer> numbers) {
        List<FigureFrame.Key> keys = new ArrayList<>();
        for (LinePanel panel : shown) {
            for (LineSeries series : panel.series()) {
                if (!numbers.containsKey(series.name())) {
                    numbers.put(series.name(), numbers.size());
                    keys.add(new FigureFrame.Key(series.name() + (series.hasBand() ? " with " + series.band() : ""), series.look(),
                            numbers.size() - 1));
                }
            }
        }
        return keys;
    }

    private void panel(Html html, LinePanel panel, Map<String, Integer> numbers, boolean alone) {
        String table = html.id();
        String called = panel.heading().isEmpty() ? title : title + ": " + panel.heading();
        html.open("div", "class", "panel");
        if (!panel.heading().isEmpty()) {
            html.element("p", panel.heading(), "class", "ph");
        }
        if (alone) {
            html.raw(new LinePlot(panel, 700, 290, xLabel, yLabel, numbers).svg(called, table, "wide"));
            html.raw(new LinePlot(panel, 350, 230, xLabel, yLabel, numbers).svg(called, table, "narrow"));
        } else {
            html.raw(new LinePlot(panel, 350, 190, xLabel, yLabel, numbers).svg(called, table, ""));
        }
        table(html, panel, table, called, numbers);
        html.close("div");
    }

    private void table(Html html, LinePanel panel, String id, String called, Map<String, Integer> numbers) {
        ValueTable values = new ValueTable(id, called, xLabel.isEmpty() ? "time" : xLabel);
        for (LineSeries series : panel.series()) {
            int number = numbers.get(series.name());
            values.column(series.name(), number);
            if (series.hasBand()) {
                values.column(series.name() + ", low", number).column(series.name() + ", high", number);
            }
        }
        for (int i = 0; i < panel.axis().count(); i++) {
            List<String> cells = new ArrayList<>();
            for (LineSeries series : panel.series()) {
                cells.add(value(series.values()[i]));
                if (series.hasBand()) {
                    cells.add(value(series.low()[i]));
                    cells.add(value(series.high()[i]));
                }
            }
            values.row(panel.axis().label(i), cells);
        }
        values.write(html);
    }

    static String value(double value) {
        return Double.isNaN(value) ? "" : Figures.significant(value, 4);
    }
}
