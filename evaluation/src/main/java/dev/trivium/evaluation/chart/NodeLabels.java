package dev.trivium.evaluation.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Dots with their names: each name at the nearest free place about its dot, farther ones with a line to it. One that fits nowhere is left out. */
final class NodeLabels {

    private static final double SIZE = 11;
    private static final double ASCENT = 0.8 * SIZE;
    private static final double DESCENT = 0.2 * SIZE;
    private static final double[] REACH = {10, 16, 26, 38, 52, 68, 86, 106, 128};
    private static final int ANGLES = 16;
    private final double[] x;
    private final double[] y;
    private final double radius;
    private final double[] frame;
    private final List<double[]> taken = new ArrayList<>();

    /** The frame is left, top, right, bottom. */
    NodeLabels(double[] x, double[] y, double radius, double[] frame) {
        this.x = x;
        this.y = y;
        this.radius = radius;
        this.frame = frame;
        for (int i = 0; i < x.length; i++) {
            taken.add(new double[] {x[i] - radius, y[i] - radius, x[i] + radius, y[i] + radius});
        }
    }

    void draw(List<String> names, List<Mark> marks) {
        List<Mark> texts = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            String name = TextWidth.cut(names.get(i), SIZE, false, 150);
            double[] box = free(i, TextWidth.of(name, SIZE, false));
            if (box.length > 0) {
                taken.add(box);
                double tipX = Math.max(box[0], Math.min(box[2], x[i]));
                double tipY = Math.max(box[1], Math.min(box[3], y[i]));
                if (Math.hypot(tipX - x[i], tipY - y[i]) > 2.5 * radius) {
                    marks.add(Mark.Stroke.line(x[i], y[i], tipX, tipY, Ink.FRAME, 0.8, false));
                }
                texts.add(Mark.Area.box(box[0], box[1], box[2] - box[0], box[3] - box[1], new Ink(Ink.PAPER.rgb(), 0.8)));
                texts.add(new Mark.Text((box[0] + box[2]) / 2, box[3] - DESCENT, name, SIZE, false, Mark.Anchor.MIDDLE, Ink.TEXT));
            }
        }
        for (int i = 0; i < x.length; i++) {
            marks.add(new Mark.Dot(x[i], y[i], radius + 1.2, Ink.PAPER));
            marks.add(new Mark.Dot(x[i], y[i], radius, Ink.VERMILION));
        }
        marks.addAll(texts);
    }

    /** Outwards first, away from the middle of all dots; then the other three sides, and then the directions between. */
    private double[] free(int i, double width) {
        double outwards = Math.round(2 * Math.atan2(y[i] - Arrays.stream(y).average().orElseThrow(), x[i] - Arrays.stream(x).average().orElseThrow())
                / Math.PI) * Math.PI / 2;
        for (double reach : REACH) {
            for (int a = 0; a < ANGLES; a++) {
                double angle = outwards + Math.PI * 2 * (a * 4 % ANGLES + a / 4) / ANGLES;
                double dx = Math.cos(angle);
                double dy = Math.sin(angle);
                double middle = x[i] + dx * (reach + width / 2);
                double base = y[i] + dy * (reach + SIZE / 2);
                double[] box = {middle - width / 2, base - (ASCENT + DESCENT) / 2, middle + width / 2, base + (ASCENT + DESCENT) / 2};
                if (inside(box) && taken.stream().noneMatch(other -> touch(box, other))) {
                    return box;
                }
            }
        }
        return new double[0];
    }

    private boolean inside(double[] box) {
        return box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];
    }

    private static boolean touch(double[] a, double[] b) {
        return a[0] < b[2] + 1 && b[0] < a[2] + 1 && a[1] < b[3] + 1 && b[1] < a[3] + 1;
    }
}
