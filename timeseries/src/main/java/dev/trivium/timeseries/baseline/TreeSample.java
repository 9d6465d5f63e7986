package dev.trivium.timeseries.baseline;

import dev.trivium.data.window.Windows;
import java.util.Arrays;
import java.util.Random;

/**
 * Rows to learn from, and what they should give.
 *
 * @param count rows
 * @param width inputs in a row
 * @param inputs (count, width) row-major
 * @param labels (count)
 */
record TreeSample(int count, int width, float[] inputs, float[] labels) {

    private static final int TRIES = 20; // per row, where targets are missing

    /**
     * Draws rows: all there are, if they are at most {@code most}, else that many at random, series in turn. Rows whose target is missing
     * are left out.
     */
    static TreeSample draw(TreeInputs inputs, Windows windows, int[] targets, int most, long seed) {
        int horizon = windows.horizon();
        long all = (long) windows.count() * horizon * inputs.series();
        int width = inputs.layout().count();
        float[] rows = new float[Math.toIntExact(Math.min(all, most) * width)];
        float[] labels = new float[rows.length / width];
        Random random = new Random(seed);
        int count = 0;
        long tries = all <= most ? all : (long) most * TRIES;
        for (long i = 0; i < tries && count < labels.length; i++) {
            int s = (int) (i % inputs.series());
            int h = all <= most ? (int) (i / inputs.series() % horizon) : random.nextInt(horizon);
            int window = all <= most ? (int) (i / inputs.series() / horizon) : random.nextInt(windows.count());
            int origin = windows.origin(window);
            if (windows.series().observed(origin + h, targets[s])) {
                inputs.write(origin, s, h, h + 1, rows, count * width);
                labels[count++] = inputs.label(origin, s, h);
            }
        }
        return new TreeSample(count, width, Arrays.copyOf(rows, count * width), Arrays.copyOf(labels, count));
    }
}
