package dev.trivium.evaluation.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Turns values into line marks: broken at gaps, a dot for a lone value, thinned where there are more values than pixels. */
final class Curve {

    private Curve() {
    }

    /**
     * Lines through points in pixels.
     *
     * @param x increasing
     * @param y NaN = gap
     */
    static List<Mark> marks(double[] x, double[] y, Ink ink, double width, boolean dashed) {
        List<Mark> marks = new ArrayList<>();
        for (int from = 0; from < y.length; from++) {
            if (Double.isNaN(y[from])) {
                continue;
            }
            int to = from + 1;
            while (to < y.length && !Double.isNaN(y[to])) {
                to++;
            }
            if (to - from == 1) {
                marks.add(new Mark.Dot(x[from], y[from], Math.max(1.5, width), ink));
            } else {
                int[] kept = thinned(x, y, from, to);
                marks.add(new Mark.Stroke(pick(x, kept), pick(y, kept), ink, width, dashed));
            }
            from = to;
        }
        return marks;
    }

    /** {@return indices to draw: all, or first, lowest, highest and last of every half pixel} */
    private static int[] thinned(double[] x, double[] y, int from, int to) {
        if (to - from <= 8 * (x[to - 1] - x[from])) {
            return IntStream.range(from, to).toArray();
        }
        IntStream.Builder kept = IntStream.builder();
        int start = from;
        while (start < to) {
            long cell = (long) Math.floor(2 * x[start]);
            int low = start;
            int high = start;
            int end = start;
            for (; end < to && (long) Math.floor(2 * x[end]) == cell; end++) {
                low = y[end] < y[low] ? end : low;
                high = y[end] > y[high] ? end : high;
            }
            IntStream.of(start, low, high, end - 1).sorted().distinct().forEach(kept);
            start = end;
        }
        return kept.build().toArray();
    }

    private static double[] pick(double[] values, int[] indices) {
        return IntStream.of(indices).mapToDouble(i -> values[i]).toArray();
    }
}
