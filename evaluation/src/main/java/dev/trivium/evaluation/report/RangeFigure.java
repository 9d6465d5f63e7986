package dev.trivium.evaluation.report;

import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.text.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values with their confidence intervals, one row each, beside a value that matters: scores of methods, coverage of groups. */
public final class RangeFigure implements Figure {

    /** One value. */
    record Point(String series, double value, Interval interval, String text) {}

    /** One line of the figure. */
    record Row(String name, List<Point> points) {}

    private static final int ROWS_SHOWN = 24;

    private final String title;
    private final String note;
    private final String xLabel;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Look> looks = new LinkedHashMap<>();
    private Optional<LinePanel.Marked> reference = Optional.empty();

    private RangeFigure(String title, String note, String xLabel) {
        this.title = title;
        this.note = note;
        this.xLabel = xLabel;
    }

    /** {@return a figure without a row} */
    public static RangeFigure of(String title, String note, String xLabel) {
        return new RangeFigure(title, note, xLabel);
    }

    /** {@return this figure with a line at a value that matters} */
    public RangeFigure withReference(double at, String text) {
        if (Double.isFinite(at)) {
            reference = Optional.of(new LinePanel.Marked(at, text));
        }
        return this;
    }

    /**
     * Adds a value; values of one name that follow each other share a row.
     *
     * @param name   of the row
     * @param series as the legend calls it; values of one series are shown and hidden together
     * @param text   what else is known of it, such as how much it rests on; may be empty
     */
    public RangeFigure add(String name, String series, Look look, double value, Interval interval, String text) {
        if (Double.isNaN(value)) {
            return this;
        }
        looks.putIfAbsent(series, look.asDots());
        Point point = new Point(series, value, interval, text);
        if (!rows.isEmpty() && rows.get(rows.size() - 1).name().equals(name)
                && rows.get(rows.size() - 1).points().stream().noneMatch(other -> other.series().equals(series))) {
            rows.get(rows.size() - 1).points().add(point);
        } else {
            rows.add(new Row(name, new ArrayList<>(List.of(point))));
        }
        return this;
    }

    /** {@return whether there is no value} */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void write(HtmlPage page) {
        if (rows.isEmpty()) {
            return;
        }
        Html html = page.html();
        List<Row> shown = rows.subList(0, Math.min(ROWS_SHOWN, rows.size()));
        FigureFrame frame = new FigureFrame(html, this, note);
        String table = html.id();
        frame.open();
        List<String> names = List.copyOf(looks.keySet());
        frame.legend(names.stream().map(name -> new FigureFrame.Key(name, looks.get(name), names.indexOf(name))).toList());
        html.open("div", "class", "panels one").open("div", "class", "panel");
        html.raw(new RangePlot(shown, looks, reference, xLabel, 700, true).svg(title, table, "wide"));
        html.raw(new RangePlot(shown, looks, reference, xLabel, 350, false).svg(title, table, "narrow"));
        table(html, table, names);
        html.close("div").close("div");
        if (rows.size() > shown.size()) {
            html.element("p", shown.size() + " of " + rows.size() + " rows are drawn, the first ones; the table has all.", "class", "quiet");
        }
        frame.close();
    }

    private void table(Html html, String id, List<String> names) {
        ValueTable values = new ValueTable(id, title, "");
        boolean texts = rows.stream().anyMatch(row -> row.points().stream().anyMatch(point -> !point.text().isEmpty()));
        for (int s = 0; s < names.size(); s++) {
            String prefix = names.size() == 1 ? "" : names.get(s) + ", ";
            values.column(names.size() == 1 ? xLabel : names.get(s), s).column(prefix + "low", s).column(prefix + "high", s);
            if (texts) {
                values.column(prefix + "of", s);
            }
        }
        for (Row row : rows) {
            List<String> cells = new ArrayList<>();
            for (String name : names) {
                Optional<Point> point = row.points().stream().filter(each -> each.series().equals(name)).findFirst();
                cells.add(point.map(each -> Figures.significant(each.value(), 4)).orElse(""));
                cells.add(point.map(each -> LineFigure.value(each.interval().low())).orElse(""));
                cells.add(point.map(each -> LineFigure.value(each.interval().high())).orElse(""));
                if (texts) {
                    cells.add(point.map(Point::text).orElse(""));
                }
            }
            values.row(row.name(), cells);
        }
        values.write(html);
    }
}
