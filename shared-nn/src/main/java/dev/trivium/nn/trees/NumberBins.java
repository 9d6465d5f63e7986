package dev.trivium.nn.trees;

import java.util.Arrays;

/** The numbers of rows, each replaced by one of at most 256 bins of its input; at a limit between two bins a tree may split. */
final class NumberBins {

    private static final int MOST = 256;

    private final float[][] limits; // of each input, increasing: bin b holds what is at least limits[b - 1] and below limits[b]
    private final byte[][] bins;    // (input, row)

    NumberBins(TreeRows rows) {
        limits = new float[rows.numbers()][];
        bins = new byte[rows.numbers()][rows.count()];
        for (int i = 0; i < limits.length; i++) {
            float[] sorted = new float[rows.count()];
            for (int r = 0; r < sorted.length; r++) {
                sorted[r] = rows.value(r, i);
            }
            Arrays.sort(sorted);
            limits[i] = limits(sorted);
            for (int r = 0; r < rows.count(); r++) {
                bins[i][r] = (byte) bin(limits[i], rows.value(r, i));
            }
        }
    }

    /** Half way between neighbouring values: all of them, or those that leave about as many rows in each bin. */
    private static float[] limits(float[] sorted) {
        int different = 1;
        for (int r = 1; r < sorted.length; r++) {
            different += sorted[r] > sorted[r - 1] ? 1 : 0;
        }
        float[] found = new float[Math.min(different, MOST)];
        int count = 0;
        int next = upTo(sorted.length, MOST);
        for (int r = 1; r < sorted.length; r++) {
            if (sorted[r] > sorted[r - 1] && (different <= MOST || r >= next)) {
                float half = sorted[r - 1] + (sorted[r] - sorted[r - 1]) / 2;
                found[count++] = half > sorted[r - 1] ? half : sorted[r];
                next = r + upTo(sorted.length - r, MOST - count);
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int upTo(int rows, int bins) {
        return (rows + bins - 1) / bins;
    }

    private static int bin(float[] limits, float value) {
        int found = Arrays.binarySearch(limits, value);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int count(int input) {
        return limits[input].length + 1;
    }

    int bin(int input, int row) {
        return bins[input][row] & 0xff;
    }

    /** {@return what a value of a bin below {@code bin} is below, and no other} */
    float limit(int input, int bin) {
        return limits[input][bin - 1];
    }
}
