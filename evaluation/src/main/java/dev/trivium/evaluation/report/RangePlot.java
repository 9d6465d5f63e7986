package dev.trivium.evaluation.report;

import dev.trivium.evaluation.chart.Range;
import dev.trivium.evaluation.chart.TextWidth;
import dev.trivium.evaluation.chart.Tick;
import dev.trivium.evaluation.chart.ValueTicks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dots with whiskers as SVG: names to the left, or above their rows where there is no room. */
final class RangePlot {

    private static final double LABEL = 12;
    private static final double RIGHT = 16;
    private static final double TOP = 8;

    private final List<RangeFigure.Row> rows;
    private final Map<String, Look> looks;
    private final Optional<LinePanel.Marked> reference;
    private final String xLabel;
    private final double width;
    private final boolean beside;
    private final double left;
    private final Range across;
    private final double step;
    private final double lift;
    private final int most;

    RangePlot(List<RangeFigure.Row> rows, Map<String, Look> looks, Optional<LinePanel.Marked> reference, String xLabel, double width,
            boolean beside) {
        this.rows = rows;
        this.looks = looks;
        this.reference = reference;
        this.xLabel = xLabel;
        this.width = width;
        this.beside = beside;
        double names = rows.stream().mapToDouble(row -> TextWidth.of(row.name(), LABEL, false)).max().orElse(0);
        left = beside ? Math.min(230, names + 14) : 14;
        lift = beside ? 0 : 15;
        most = rows.stream().mapToInt(row -> row.points().size()).max().orElse(1);
        step = lift + 14 + 12.0 * most;
        List<double[]> all = new ArrayList<>();
        rows.forEach(row -> row.points().forEach(point ->
                all.add(new double[] {point.value(), point.interval().low(), point.interval().high()})));
        reference.ifPresent(mark -> all.add(new double[] {mark.at()}));
        across = Range.of(all.toArray(double[][]::new));
    }

    String svg(String called, String table, String style) {
        double bottom = TOP + step * rows.size();
        double height = bottom + (xLabel.isEmpty() ? 26 : 42);
        double[] at = new double[rows.size()];
        for (int r = 0; r < at.length; r++) {
            at[r] = TOP + step * r + lift + (step - lift) / 2;
        }
        StringBuilder out = new StringBuilder();
        out.append("<div class=\"plot ").append(style).append("\" data-table=\"").append(table).append("\" data-along=\"y\" data-at=\"")
                .append(SvgPath.list(at)).append("\">");
        out.append("<svg viewBox=\"0 0 ").append(SvgPath.number(width)).append(' ').append(SvgPath.number(height)).append("\" role=\"img\" aria-label=\"")
                .append(Html.escaped(called + ". " + rows.size() + " rows, from " + rows.get(0).name() + " to " + rows.get(rows.size() - 1).name()
                        + reference.map(mark -> "; a line marks " + mark.text()).orElse("") + ". The values are in the table that follows."))
                .append("\">");
        for (Tick tick : ValueTicks.of(across, (int) ((width - RIGHT - left) / 56))) {
            LinePlot.line(out, "grid", x(tick.at()), TOP, x(tick.at()), bottom);
            LinePlot.text(out, x(tick.at()), bottom + 16, "middle", tick.label());
        }
        LinePlot.text(out, (left + width - RIGHT) / 2, height - 8, "middle", xLabel);
        reference.ifPresent(mark -> LinePlot.line(out, "mark", x(mark.at()), TOP, x(mark.at()), bottom));
        for (int r = 0; r < rows.size(); r++) {
            String name = TextWidth.cut(rows.get(r).name(), LABEL, false, beside ? left - 12 : width - 20);
            out.append("<text class=\"label\" x=\"").append(SvgPath.number(beside ? left - 10 : left)).append("\" y=\"")
                    .append(SvgPath.number(beside ? at[r] + 4 : TOP + step * r + 13)).append("\" text-anchor=\"").append(beside ? "end" : "start")
                    .append("\">").append(Html.escaped(name)).append("</text>");
        }
        series(out, at);
        LinePlot.line(out, "cursor", left, 0, width - RIGHT, 0);
        return out.append("</svg></div>\n").toString();
    }

    private void series(StringBuilder out, double[] at) {
        List<String> names = List.copyOf(looks.keySet());
        for (int s = 0; s < names.size(); s++) {
            String color = looks.get(names.get(s)).color();
            double shift = most == 1 ? 0 : (s - (names.size() - 1) / 2.0) * 12;
            out.append("<g class=\"series\" data-s=\"").append(s).append("\">");
            for (int r = 0; r < rows.size(); r++) {
                for (RangeFigure.Point point : rows.get(r).points()) {
                    if (point.series().equals(names.get(s))) {
                        point(out, point, color, at[r] + shift);
                    }
                }
            }
            out.append("</g>");
        }
    }

    private void point(StringBuilder out, RangeFigure.Point point, String color, double y) {
        if (point.interval().known()) {
            LinePlot.line(out, "whisker " + color, x(point.interval().low()), y, x(point.interval().high()), y);
        }
        out.append("<circle class=\"dot ").append(color).append("\" cx=\"").append(SvgPath.number(x(point.value()))).append("\" cy=\"")
                .append(SvgPath.number(y)).append("\" r=\"4.5\"/>");
    }

    private double x(double value) {
        return left + (value - across.low()) / (across.high() - across.low()) * (width - RIGHT - left);
    }
}
