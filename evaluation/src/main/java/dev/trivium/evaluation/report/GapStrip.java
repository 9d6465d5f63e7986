package dev.trivium.evaluation.report;

import dev.trivium.evaluation.chart.TextWidth;
import dev.trivium.evaluation.chart.Tick;
import dev.trivium.evaluation.text.Figures;
import java.util.ArrayList;
import java.util.List;

/** Where values are missing: a strip for every series over time, darker where more is missing, and the parts of the split above them. */
public final class GapStrip implements Figure {

    private static final int BINS = 120;
    private static final int ROWS_SHOWN = 40;
    private static final double STEP = 16;
    private static final double TOP = 26;
    private static final double RIGHT = 12;

    private record Part(String name, int from, int to) {}

    private record Row(String name, double[] missing, List<String> cells) {}

    private final String title;
    private final String note;
    private final Axis axis;
    private final List<Row> rows = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    private GapStrip(String title, String note, Axis axis) {
        this.title = title;
        this.note = note;
        this.axis = axis;
    }

    /** {@return a strip without a series} */
    public static GapStrip of(String title, String note, Axis axis) {
        return new GapStrip(title, note, axis);
    }

    /** Adds a part of the rows, from {@code from} up to but not including {@code to}; it must lie within the axis. */
    public GapStrip part(String name, int from, int to) {
        if (from < 0 || from >= to || to > axis.count()) {
            throw new IllegalArgumentException("rows of the part " + name + " must lie within [0, " + axis.count() + "), got [" + from + ", " + to + ")");
        }
        parts.add(new Part(name, from, to));
        return this;
    }

    /**
     * Adds a series.
     *
     * @param values one for every row; NaN is missing
     */
    public GapStrip series(String name, double[] values) {
        if (values.length != axis.count()) {
            throw new IllegalArgumentException("values must number " + axis.count() + " in the series " + name + ", got " + values.length);
        }
        int bins = Math.min(BINS, values.length);
        double[] missing = new double[bins];
        int count = 0;
        int longest = 0;
        int gaps = 0;
        int run = 0;
        for (int t = 0; t < values.length; t++) {
            boolean gone = Double.isNaN(values[t]);
            missing[(int) ((long) t * bins / values.length)] += gone ? 1 : 0;
            gaps += gone && run == 0 ? 1 : 0;
            run = gone ? run + 1 : 0;
            count += gone ? 1 : 0;
            longest = Math.max(longest, run);
        }
        for (int b = 0; b < bins; b++) {
            missing[b] /= start(b + 1, bins, values.length) - start(b, bins, values.length);
        }
        rows.add(new Row(name, missing, List.of(Integer.toString(values.length - count), Integer.toString(count),
                Figures.percent((double) count / values.length), Integer.toString(gaps), longest == 0 ? "" : Integer.toString(longest))));
        return this;
    }

    /** {@return the first row of a bin: the least t whose t · bins / rows is the bin} */
    private static int start(int bin, int bins, int rows) {
        return (int) (((long) bin * rows + bins - 1) / bins);
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
        FigureFrame frame = new FigureFrame(html, this, note);
        String table = html.id();
        frame.open();
        html.open("div", "class", "panels one").open("div", "class", "panel");
        html.raw(svg(700, 150, table, "wide")).raw(svg(350, 92, table, "narrow"));
        ValueTable values = new ValueTable(table, title, "series");
        for (String column : List.of("observed", "missing", "share missing", "gaps", "longest gap, rows")) {
            values.column(column, -1);
        }
        rows.forEach(row -> values.row(row.name(), row.cells()));
        values.write(html);
        html.close("div").close("div");
        if (rows.size() > ROWS_SHOWN) {
            html.element("p", ROWS_SHOWN + " of " + rows.size() + " series are drawn; the table has all.", "class", "quiet");
        }
        frame.close();
    }

    private String svg(double width, double mostName, String table, String style) {
        List<Row> shown = rows.subList(0, Math.min(ROWS_SHOWN, rows.size()));
        double left = 10 + Math.min(mostName, shown.stream().mapToDouble(row -> TextWidth.of(row.name(), 11, false)).max().orElse(0));
        double bottom = TOP + STEP * shown.size();
        double[] at = new double[shown.size()];
        for (int r = 0; r < at.length; r++) {
            at[r] = TOP + STEP * (r + 0.5);
        }
        StringBuilder out = new StringBuilder("<div class=\"plot ").append(style).append("\" data-table=\"").append(table)
                .append("\" data-along=\"y\" data-at=\"").append(SvgPath.list(at)).append("\"><svg viewBox=\"0 0 ").append(SvgPath.number(width))
                .append(' ').append(SvgPath.number(bottom + 38)).append("\" role=\"img\" aria-label=\"")
                .append(Html.escaped(title + ". " + rows.size() + " series. Counts are in the table that follows.")).append("\">");
        double across = width - RIGHT - left;
        for (int r = 0; r < at.length; r++) {
            strip(out, shown.get(r), left, across, at[r], mostName);
        }
        parts(out, left, across, bottom);
        for (Tick tick : axis.ticks(across)) {
            double x = left + (tick.at() - axis.range().low()) / (axis.range().high() - axis.range().low()) * across;
            LinePlot.line(out, "axis", x, bottom + 2, x, bottom + 6);
            LinePlot.text(out, x, bottom + 18, "middle", tick.label());
            LinePlot.text(out, x, bottom + 32, "middle", tick.context());
        }
        LinePlot.line(out, "cursor", left, 0, width - RIGHT, 0);
        return out.append("</svg></div>\n").toString();
    }

    private static void strip(StringBuilder out, Row row, double left, double across, double y, double mostName) {
        LinePlot.text(out, left - 6, y + 4, "end", TextWidth.cut(row.name(), 11, false, mostName));
        box(out, "there", left, y - STEP / 2 + 1, across);
        int bins = row.missing().length;
        for (int b = 0; b < bins; b++) {
            double share = row.missing()[b];
            if (share > 0) {
                String shade = share >= 0.999 ? "m4" : share >= 0.5 ? "m3" : share >= 0.1 ? "m2" : "m1";
                double from = left + across * b / bins;
                int same = b;
                while (same + 1 < bins && row.missing()[same + 1] == share) {
                    same++;
                }
                box(out, shade, from, y - STEP / 2 + 1, Math.max(1, across * (same + 1 - b) / bins));
                b = same;
            }
        }
    }

    private static void box(StringBuilder out, String style, double x, double y, double width) {
        out.append("<rect class=\"").append(style).append("\" x=\"").append(SvgPath.number(x)).append("\" y=\"").append(SvgPath.number(y))
                .append("\" width=\"").append(SvgPath.number(width)).append("\" height=\"").append(SvgPath.number(STEP - 2)).append("\"/>");
    }

    private void parts(StringBuilder out, double left, double across, double bottom) {
        double rowsInAll = axis.count();
        for (Part part : parts) {
            double from = left + across * part.from() / rowsInAll;
            double to = left + across * part.to() / rowsInAll;
            LinePlot.line(out, "mark", from, 6, from, bottom + 2);
            String name = TextWidth.cut(part.name(), 11, false, to - from - 6);
            if (name.length() > 2) {
                LinePlot.text(out, from + 4, 15, "start", name);
            }
        }
    }
}
