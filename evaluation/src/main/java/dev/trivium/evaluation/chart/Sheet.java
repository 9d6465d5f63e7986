package dev.trivium.evaluation.chart;

import java.util.ArrayList;
import java.util.List;

/** A picture in the making: title on top, something in the middle, source at the foot. */
final class Sheet {

    static final double MARGIN = 20;
    private static final double TITLE = 17;
    private static final double SOURCE = 11;
    private final String title;
    private final int width;
    private String description = "";
    private final List<Mark> marks = new ArrayList<>();

    Sheet(String title, int width) {
        this.title = title;
        this.width = width;
    }

    /** For readers who do not see the picture. */
    void describe(String text) {
        description = text;
    }

    List<Mark> marks() {
        return marks;
    }

    double right() {
        return width - MARGIN;
    }

    /** Draws the title and returns the y below it. */
    double title() {
        double y = 12;
        for (String line : TextWidth.wrap(title, TITLE, true, right() - MARGIN)) {
            y += TITLE + 4;
            marks.add(new Mark.Text(MARGIN, y, line, TITLE, true, Mark.Anchor.START, Ink.TEXT));
        }
        return y + 8;
    }

    /** Draws the source note below {@code y} and finishes. */
    Picture finish(double y, String source) {
        double bottom = y;
        for (String line : source.isEmpty() ? List.<String>of() : TextWidth.wrap(source, SOURCE, false, right() - MARGIN)) {
            bottom += SOURCE + 5;
            marks.add(new Mark.Text(MARGIN, bottom, line, SOURCE, false, Mark.Anchor.START, Ink.QUIET));
        }
        int height = (int) Math.ceil(bottom + 14);
        marks.add(0, Mark.Area.box(0, 0, width, height, Ink.PAPER));
        return new Picture(title, description, width, height, marks);
    }
}
