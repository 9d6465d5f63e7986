package dev.trivium.evaluation.chart;

import java.util.List;

/**
 * A {@link HeatPanel} at its place.
 *
 * @param left pixels
 * @param top pixels
 * @param wide width of a cell, pixels
 * @param high height of a cell, pixels
 */
record HeatCells(HeatPanel panel, double left, double top, double wide, double high) {

    private static final double SIZE = Plot.LABEL_SIZE;
    private static final double LEAST_GAP = 5; // smaller cells touch

    void draw(HeatScale scale, List<Mark> marks) {
        double width = wide * panel.columns().size();
        marks.add(new Mark.Text(left, top - 7, TextWidth.cut(panel.heading(), 12.5, true, width), 12.5, true, Mark.Anchor.START, Ink.TEXT));
        double across = wide >= LEAST_GAP ? wide - 1 : wide;
        double down = high >= LEAST_GAP ? high - 1 : high;
        for (int r = 0; r < panel.rows().size(); r++) {
            for (int c = 0; c < panel.columns().size(); c++) {
                double value = panel.values()[r][c];
                if (!Double.isNaN(value)) {
                    marks.add(Mark.Area.box(left + c * wide, top + r * high, across, down, scale.ink(value)));
                }
            }
        }
    }

    /** Names of the rows to the left, as many as there is room for. */
    void names(double most, List<Mark> marks) {
        int step = (int) Math.ceil((SIZE + 2) / high);
        for (int r = 0; r < panel.rows().size(); r += step) {
            double base = top + (r + 0.5) * high + 0.3 * SIZE;
            marks.add(new Mark.Text(left - 8, base, TextWidth.cut(panel.rows().get(r), SIZE, false, most), SIZE, false, Mark.Anchor.END, Ink.QUIET));
        }
    }

    /** Labels of the columns below, as many as there is room for between two borders. */
    void labels(double from, double to, List<Mark> marks) {
        double widest = panel.columns().stream().mapToDouble(label -> TextWidth.of(label, SIZE, false)).max().orElseThrow();
        int step = (int) Math.ceil((widest + 8) / wide);
        double bottom = top + high * panel.rows().size();
        for (int c = 0; c < panel.columns().size(); c += step) {
            double at = left + (c + 0.5) * wide;
            double half = TextWidth.of(panel.columns().get(c), SIZE, false) / 2;
            marks.add(Mark.Stroke.line(at, bottom, at, bottom + 4, Ink.FRAME, 1, false));
            if (at - half >= from && at + half <= to) {
                marks.add(new Mark.Text(at, bottom + 17, panel.columns().get(c), SIZE, false, Mark.Anchor.MIDDLE, Ink.QUIET));
            }
        }
    }
}
