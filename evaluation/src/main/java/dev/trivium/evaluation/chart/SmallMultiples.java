package dev.trivium.evaluation.chart;

import java.util.List;

/**
 * Panels over one time axis, one below the other; more than three stand in two columns. Panels after the most that are shown are left out, and
 * the source note says so.
 */
final class SmallMultiples {

    private static final int WIDTH = 1000;
    private static final double BETWEEN = 10;
    private static final double HEADING = 22;
    private static final double AXIS = 40;
    private static final double OVERHANG = 22; // half a label may stand out to the right

    private final ChartTime time;
    private final List<? extends Panel> panels;
    private final int shown;
    private final int columns;

    SmallMultiples(ChartTime time, List<? extends Panel> panels, int most) {
        this.time = time;
        this.panels = panels;
        shown = Math.min(panels.size(), most);
        columns = panels.size() <= 3 ? 1 : 2;
    }

    Picture picture(String title, Legend legend, String source) {
        Sheet sheet = new Sheet(title, WIDTH);
        double top = legend.draw(Sheet.MARGIN, sheet.title(), sheet.right(), sheet.marks());
        double height = plotHeight();
        for (int i = 0; i < shown; i++) {
            draw(i, top + i / columns * (HEADING + height), height, sheet);
        }
        int rows = (shown + columns - 1) / columns;
        String left = panels.size() > shown ? shown + " of " + panels.size() + " series shown. " : "";
        return sheet.finish(top + rows * (HEADING + height) + AXIS, (left + source).strip());
    }

    private double plotHeight() {
        return shown == 1 ? 320 : shown == 2 ? 200 : 130;
    }

    private void draw(int index, double top, double height, Sheet sheet) {
        Panel panel = panels.get(index);
        int column = index % columns;
        double width = (sheet.right() - Sheet.MARGIN - (columns - 1) * BETWEEN) / columns;
        double labels = labelWidth(column, height);
        double left = Sheet.MARGIN + column * (width + BETWEEN);
        Plot plot = new Plot(left + labels, top + HEADING, width - labels - OVERHANG, height - 8, timeRange(), panel.range());
        List<Tick> ticks = time.ticks(plot.x(), plot.width());
        plot.frame(ticks, sheet.marks());
        panel.draw(plot, sheet.marks());
        sheet.marks().add(new Mark.Text(plot.left(), top + HEADING - 6,
                TextWidth.cut(panel.heading(), 12.5, true, plot.width()), 12.5, true, Mark.Anchor.START, Ink.TEXT));
        if (index + columns >= shown) {
            plot.labels(ticks, sheet.marks());
        }
    }

    /** {@return the room that value labels need left of the plots of one column, so that the plots stand below each other} */
    private double labelWidth(int column, double height) {
        double widest = 20;
        for (int i = column; i < shown; i += columns) {
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
}
