package dev.trivium.evaluation.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Several lines over one axis of numbers: memory over steps, loss over epochs. */
public final class LineChart implements Chart {

    private static final int WIDTH = 900;
    private static final double HEIGHT = 340;
    private static final double LINE = 1.8;
    private final String title;
    private final String source;
    private final String xLabel;
    private final String yLabel;
    private final List<Line> lines;
    private final Optional<Note> note;

    private record Note(double x, String text) {
    }

    private LineChart(String title, String source, String xLabel, String yLabel, List<Line> lines, Optional<Note> note) {
        this.title = title;
        this.source = source;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.lines = lines;
        this.note = note;
    }

    /**
     * Makes a chart.
     *
     * @param title  what is shown
     * @param source where the numbers come from, for the foot of the chart; may be empty
     * @param xLabel name and unit of the horizontal axis
     * @param yLabel name and unit of the vertical axis
     * @param lines  from 1 to 7 lines
     */
    public static LineChart of(String title, String source, String xLabel, String yLabel, List<Line> lines) {
        if (lines.isEmpty() || lines.size() > Ink.LINES.size()) {
            throw new IllegalArgumentException("lines must number 1 to " + Ink.LINES.size() + ", got " + lines.size());
        }
        return new LineChart(title, source, xLabel, yLabel, List.copyOf(lines), Optional.empty());
    }

    /** {@return this chart with a vertical mark within the lines, which the legend explains} */
    public LineChart withMark(double x, String text) {
        if (!(x >= across().low() && x <= across().high())) {
            throw new IllegalArgumentException("x must be in [" + across().low() + ", " + across().high() + "], got " + x);
        }
        return new LineChart(title, source, xLabel, yLabel, lines, Optional.of(new Note(x, text)));
    }

    @Override
    public Picture picture() {
        Sheet sheet = new Sheet(title, WIDTH);
        double top = legend().draw(Sheet.MARGIN, sheet.title(), sheet.right(), sheet.marks()) + 24;
        Range x = across();
        Range across = x.high() > x.low() ? x : new Range(x.low() - 0.5, x.high() + 0.5);
        Range up = Range.of(lines.stream().map(Line::y).toArray(double[][]::new));
        double labels = 10 + new Plot(0, 0, 1, HEIGHT, across, up).valueTicks().stream()
                .mapToDouble(tick -> TextWidth.of(tick.label(), Plot.LABEL_SIZE, false)).max().orElse(0);
        double left = Sheet.MARGIN + labels;
        Plot plot = new Plot(left, top, sheet.right() - 10 - left, HEIGHT, across, up);
        draw(plot, sheet);
        return sheet.finish(plot.bottom() + 44, source);
    }

    private Range across() {
        return new Range(lines.stream().mapToDouble(line -> line.x()[0]).min().orElseThrow(),
                lines.stream().mapToDouble(line -> line.x()[line.x().length - 1]).max().orElseThrow());
    }

    private void draw(Plot plot, Sheet sheet) {
        List<Tick> ticks = ticks(plot);
        plot.frame(ticks, sheet.marks());
        plot.labels(ticks, sheet.marks());
        note.ifPresent(mark -> sheet.marks().add(Mark.Stroke.line(
                plot.x(mark.x()), plot.top(), plot.x(mark.x()), plot.bottom(), Ink.QUIET, 1.2, true)));
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            sheet.marks().addAll(Curve.marks(plot.xs(line.x()), plot.ys(line.y()), Ink.LINES.get(i), LINE, line.isDashed()));
        }
        sheet.marks().add(new Mark.Text(
                Sheet.MARGIN, plot.top() - 10, yLabel, 12, false, Mark.Anchor.START, Ink.TEXT));
        sheet.marks().add(new Mark.Text(
                plot.left() + plot.width() / 2, plot.bottom() + 36, xLabel, 12, false, Mark.Anchor.MIDDLE, Ink.TEXT));
    }

    private List<Tick> ticks(Plot plot) {
        int most = (int) (plot.width() / 80);
        boolean whole = lines.stream().flatMapToDouble(line -> Arrays.stream(line.x())).allMatch(x -> x == Math.rint(x));
        return whole ? ValueTicks.whole(plot.x(), most) : ValueTicks.of(plot.x(), most);
    }

    private Legend legend() {
        Legend legend = new Legend();
        for (int i = 0; i < lines.size(); i++) {
            legend.line(lines.get(i).name(), Ink.LINES.get(i), LINE, lines.get(i).isDashed());
        }
        note.ifPresent(mark -> legend.line(mark.text(), Ink.QUIET, 1.2, true));
        return legend;
    }
}
