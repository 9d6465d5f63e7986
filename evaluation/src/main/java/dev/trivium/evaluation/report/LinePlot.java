package dev.trivium.evaluation.report;

import dev.trivium.evaluation.chart.Range;
import dev.trivium.evaluation.chart.TextWidth;
import dev.trivium.evaluation.chart.Tick;
import dev.trivium.evaluation.chart.ValueTicks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A panel of curves as SVG of a given size, with its colours left to the style sheet. */
final class LinePlot {

    private static final double LABEL = 11;
    private static final double RIGHT = 12;

    private final LinePanel panel;
    private final double width;
    private final double height;
    private final String xLabel;
    private final String yLabel;
    private final Map<String, Integer> numbers;
    private final List<Tick> up;
    private final Range vertical;
    private final double left;
    private final double top;
    private final double bottom;

    LinePlot(LinePanel panel, double width, double height, String xLabel, String yLabel, Map<String, Integer> numbers) {
        this.panel = panel;
        this.width = width;
        this.height = height;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.numbers = numbers;
        vertical = panel.vertical();
        top = yLabel.isEmpty() ? 8 : 24;
        bottom = height - (xLabel.isEmpty() ? 36 : 42);
        up = ValueTicks.of(vertical, (int) Math.max(3, (bottom - top) / 30));
        left = 10 + up.stream().mapToDouble(tick -> TextWidth.of(tick.label(), LABEL, false)).max().orElse(0);
    }

    String svg(String called, String table, String style) {
        double[] at = IntStream.range(0, panel.axis().count()).mapToDouble(i -> x(panel.axis().position(i))).toArray();
        StringBuilder out = new StringBuilder();
        out.append("<div class=\"plot ").append(style).append("\" data-table=\"").append(table).append("\" data-along=\"x\" data-at=\"")
                .append(SvgPath.list(at)).append("\">");
        out.append("<svg viewBox=\"0 0 ").append(SvgPath.number(width)).append(' ').append(SvgPath.number(height))
                .append("\" role=\"img\" aria-label=\"").append(Html.escaped(called + ". " + spoken())).append("\">");
        grid(out);
        panel.mark().ifPresent(mark -> line(out, "mark", x(mark.at()), top, x(mark.at()), bottom));
        panel.level().ifPresent(level -> line(out, "mark", left, y(level.at()), width - RIGHT, y(level.at())));
        for (LineSeries series : panel.series()) {
            series(out, series, at);
        }
        line(out, "cursor", 0, top, 0, bottom);
        return out.append("</svg></div>\n").toString();
    }

    private String spoken() {
        return panel.series().size() + (panel.series().size() == 1 ? " curve" : " curves") + " over " + panel.axis().count() + " places, "
                + panel.axis().label(0) + " to " + panel.axis().label(panel.axis().count() - 1)
                + panel.mark().map(mark -> "; " + mark.text()).orElse("") + panel.level().map(level -> "; " + level.text()).orElse("")
                + ". The values are in the table that follows.";
    }

    private void series(StringBuilder out, LineSeries series, double[] at) {
        double[] heights = heights(series.values());
        out.append("<g class=\"series\" data-s=\"").append(numbers.get(series.name())).append("\" data-to=\"").append(SvgPath.list(heights))
                .append("\">");
        if (series.hasBand()) {
            out.append("<path class=\"band ").append(series.look().color()).append("\" d=\"")
                    .append(SvgPath.area(at, heights(series.low()), heights(series.high()))).append("\"/>");
        }
        if (series.look().dots()) {
            for (int i = 0; i < at.length; i++) {
                if (!Double.isNaN(heights[i])) {
                    out.append("<circle class=\"dot ").append(series.look().color()).append("\" cx=\"").append(SvgPath.number(at[i])).append("\" cy=\"")
                            .append(SvgPath.number(heights[i])).append("\" r=\"3.5\"/>");
                }
            }
        } else {
            out.append("<path class=\"line ").append(series.look().color()).append(series.look().dashed() ? " dash" : "").append("\" d=\"")
                    .append(SvgPath.line(at, heights)).append("\"/>");
        }
        out.append("</g>");
    }

    private double[] heights(double[] values) {
        return Arrays.stream(values).map(value -> Math.max(top, Math.min(bottom, y(value)))).toArray();
    }

    private void grid(StringBuilder out) {
        for (Tick tick : up) {
            line(out, "grid", left, y(tick.at()), width - RIGHT, y(tick.at()));
            text(out, left - 6, y(tick.at()) + 4, "end", tick.label());
        }
        line(out, "axis", left, bottom, width - RIGHT, bottom);
        for (Tick tick : panel.axis().ticks(width - RIGHT - left)) {
            double at = x(tick.at());
            line(out, "axis", at, bottom, at, bottom + 4);
            text(out, within(at, tick.label()), bottom + 16, "middle", tick.label());
            text(out, within(at, tick.context()), bottom + 30, "middle", tick.context());
        }
        text(out, (left + width - RIGHT) / 2, height - 8, "middle", xLabel);
        text(out, 2, 12, "start", yLabel);
    }

    /** {@return the middle of a label, moved so far that its ends stay within the picture} */
    private double within(double at, String label) {
        double half = TextWidth.of(label, LABEL, false) / 2;
        return Math.max(half, Math.min(width - half - 1, at));
    }

    private double x(double value) {
        Range range = panel.axis().range();
        return left + (value - range.low()) / (range.high() - range.low()) * (width - RIGHT - left);
    }

    private double y(double value) {
        return bottom - (value - vertical.low()) / (vertical.high() - vertical.low()) * (bottom - top);
    }

    static void line(StringBuilder out, String style, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"").append(style).append("\" x1=\"").append(SvgPath.number(x1)).append("\" y1=\"").append(SvgPath.number(y1))
                .append("\" x2=\"").append(SvgPath.number(x2)).append("\" y2=\"").append(SvgPath.number(y2)).append("\"/>");
    }

    static void text(StringBuilder out, double x, double y, String anchor, String text) {
        if (!text.isEmpty()) {
            out.append("<text x=\"").append(SvgPath.number(x)).append("\" y=\"").append(SvgPath.number(y)).append("\" text-anchor=\"").append(anchor)
                    .append("\">").append(Html.escaped(text)).append("</text>");
        }
    }
}
