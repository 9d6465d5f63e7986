package dev.trivium.evaluation.chart;

import java.util.ArrayList;
import java.util.List;

/** Swatches with their names, left to right, on as many rows as they need. */
final class Legend {

    private static final double SIZE = 12;
    private static final double SWATCH = 26;
    static final double ROW = 20;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String name, Ink ink, double width, boolean dashed) {
    }

    Legend line(String name, Ink ink, double width, boolean dashed) {
        entries.add(new Entry(name, ink, width, dashed));
        return this;
    }

    Legend area(String name, Ink ink) {
        return line(name, ink, 10, false);
    }

    /** Draws the legend and returns the y below it. */
    double draw(double left, double top, double right, List<Mark> marks) {
        double x = left;
        double y = top;
        for (Entry entry : entries) {
            double width = SWATCH + 6 + TextWidth.of(entry.name(), SIZE, false) + 16;
            if (x > left && x + width > right) {
                x = left;
                y += ROW;
            }
            if (entry.width() >= 10) {
                marks.add(Mark.Area.box(x, y + 4, SWATCH, entry.width(), entry.ink()));
            } else {
                marks.add(Mark.Stroke.line(x, y + 9, x + SWATCH, y + 9, entry.ink(), entry.width(), entry.dashed()));
            }
            marks.add(new Mark.Text(x + SWATCH + 6, y + 13, entry.name(), SIZE, false, Mark.Anchor.START, Ink.TEXT));
            x += width;
        }
        return y + ROW;
    }
}
