package dev.trivium.evaluation.chart;

import java.util.Arrays;
import java.util.List;

/**
 * A rectangle with two axes.
 *
 * @param left   pixels
 * @param top    pixels
 * @param width  pixels
 * @param height pixels
 * @param x      what the horizontal axis shows
 * @param y      what the vertical axis shows
 */
record Plot(double left, double top, double width, double height, Range x, Range y) {

    static final double LABEL_SIZE = 11;

    double x(double value) {
        return left + (value - x.low()) / (x.high() - x.low()) * width;
    }

    double y(double value) {
        return top + height - (value - y.low()) / (y.high() - y.low()) * height;
    }

    double[] xs(double[] values) {
        return Arrays.stream(values).map(this::x).toArray();
    }

    double[] ys(double[] values) {
        return Arrays.stream(values).map(this::y).toArray();
    }

    double bottom() {
        return top + height;
    }

    double right() {
        return left + width;
    }

    /** {@return labels of the vertical axis} */
    List<Tick> valueTicks() {
        return ValueTicks.of(y, (int) Math.max(4, height / 36));
    }

    /** Draws grid lines, the two axis lines and the labels of the vertical axis. */
    void frame(List<Tick> across, List<Mark> marks) {
        for (Tick tick : across) {
            marks.add(Mark.Stroke.line(x(tick.at()), top, x(tick.at()), bottom(), Ink.GRID, 1, false));
        }
        for (Tick tick : valueTicks()) {
            double at = y(tick.at());
            marks.add(Mark.Stroke.line(left, at, right(), at, Ink.GRID, 1, false));
            marks.add(new Mark.Text(left - 6, at + 4, tick.label(), LABEL_SIZE, false, Mark.Anchor.END, Ink.QUIET));
        }
        marks.add(Mark.Stroke.line(left, top, left, bottom(), Ink.FRAME, 1, false));
        marks.add(Mark.Stroke.line(left, bottom(), right(), bottom(), Ink.FRAME, 1, false));
    }

    /** Draws the labels under the horizontal axis, two lines at most. */
    void labels(List<Tick> across, List<Mark> marks) {
        for (Tick tick : across) {
            double at = x(tick.at());
            marks.add(Mark.Stroke.line(at, bottom(), at, bottom() + 4, Ink.FRAME, 1, false));
            marks.add(new Mark.Text(at, bottom() + 17, tick.label(), LABEL_SIZE, false, Mark.Anchor.MIDDLE, Ink.QUIET));
            if (!tick.context().isEmpty()) {
                marks.add(new Mark.Text(at, bottom() + 31, tick.context(), LABEL_SIZE, false, Mark.Anchor.MIDDLE, Ink.QUIET));
            }
        }
    }
}
