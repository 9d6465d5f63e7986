package dev.trivium.nn.trees;

import java.util.Arrays;

/**
 * Rows to learn trees from: numbers, and indicators that are 0 or 1 and mostly 0, of which only the ones are kept. An input is known by
 * its place: numbers come first, then indicators. Immutable.
 */
public final class TreeRows {

    private final int count;
    private final int numbers;
    private final int indicators;
    private final float[] values;  // (count, numbers)
    private final long[] starts;   // (count + 1), places in ones
    private final int[] ones;      // indicators that are 1, row by row, increasing

    private TreeRows(int count, int numbers, int indicators, float[] values, long[] starts, int[] ones) {
        this.count = count;
        this.numbers = numbers;
        this.indicators = indicators;
        this.values = values;
        this.starts = starts;
        this.ones = ones;
    }

    /**
     * {@return rows of numbers alone}
     *
     * @param width inputs in a row
     * @param values (count, width) row-major, finite; not copied, and must not change
     */
    public static TreeRows dense(int count, int width, float[] values) {
        return of(width, 0, values, new int[count][0]);
    }

    /**
     * {@return rows of numbers and indicators}
     *
     * @param numbers in a row
     * @param indicators in a row
     * @param values (count, numbers) row-major, finite; not copied, and must not change
     * @param ones for each row the indicators that are 1, increasing, counted from 0
     * @throws IllegalArgumentException if sizes do not fit, a number is not finite, or indicators are out of range or order
     */
    public static TreeRows of(int numbers, int indicators, float[] values, int[][] ones) {
        if ((long) ones.length * numbers != values.length) {
            throw new IllegalArgumentException("values must hold " + ones.length + " rows of " + numbers + " numbers, got " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("values must be finite, got " + values[i] + " in row " + i / numbers);
            }
        }
        long[] starts = new long[ones.length + 1];
        for (int r = 0; r < ones.length; r++) {
            starts[r + 1] = starts[r] + ones[r].length;
        }
        int[] all = new int[Math.toIntExact(starts[ones.length])];
        for (int r = 0; r < ones.length; r++) {
            checkOnes(r, ones[r], indicators);
            System.arraycopy(ones[r], 0, all, (int) starts[r], ones[r].length);
        }
        return new TreeRows(ones.length, numbers, indicators, values, starts, all);
    }

    private static void checkOnes(int row, int[] ones, int indicators) {
        int last = -1;
        for (int one : ones) {
            if (one <= last || one >= indicators) {
                throw new IllegalArgumentException("ones must increase and be below " + indicators + ", got " + one + " after " + last
                        + " in row " + row);
            }
            last = one;
        }
    }

    /** {@return the number of rows} */
    public int count() {
        return count;
    }

    /** {@return how many inputs are numbers} */
    public int numbers() {
        return numbers;
    }

    /** {@return how many inputs are indicators} */
    public int indicators() {
        return indicators;
    }

    /** {@return inputs in a row} */
    public int width() {
        return numbers + indicators;
    }

    /** {@return the rows with these numbers, in this order} */
    public TreeRows select(int... rows) {
        float[] chosen = new float[rows.length * numbers];
        int[][] set = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * numbers, chosen, i * numbers, numbers);
            set[i] = Arrays.copyOfRange(ones, (int) starts[rows[i]], (int) starts[rows[i] + 1]);
        }
        return of(numbers, indicators, chosen, set);
    }

    /** {@return all inputs of rows {@code [from, to)}, (to - from, width) row-major, as a {@link TreeEnsemble} is asked} */
    public float[] toArray(int from, int to) {
        float[] all = new float[Math.multiplyExact(to - from, width())];
        for (int r = from; r < to; r++) {
            int at = (r - from) * width();
            System.arraycopy(values, r * numbers, all, at, numbers);
            for (int i = (int) starts[r]; i < starts[r + 1]; i++) {
                all[at + numbers + ones[i]] = 1;
            }
        }
        return all;
    }

    float value(int row, int number) {
        return values[row * numbers + number];
    }

    int start(int row) {
        return (int) starts[row];
    }

    int one(int place) {
        return ones[place];
    }

    boolean hasOne(int row, int indicator) {
        return Arrays.binarySearch(ones, start(row), start(row + 1), indicator) >= 0;
    }

    /** {@return places in {@link #compressedColumns}, (count + 1)} */
    long[] compressedStarts() {
        long[] places = new long[count + 1];
        for (int r = 0; r <= count; r++) {
            places[r] = starts[r] + (long) r * numbers;
        }
        return places;
    }

    /** {@return the inputs that are kept, row by row: all numbers, and the indicators that are 1} */
    int[] compressedColumns() {
        int[] columns = new int[values.length + ones.length];
        int at = 0;
        for (int r = 0; r < count; r++) {
            for (int i = 0; i < numbers; i++) {
                columns[at++] = i;
            }
            for (int i = start(r); i < start(r + 1); i++) {
                columns[at++] = numbers + ones[i];
            }
        }
        return columns;
    }

    /** {@return the values of {@link #compressedColumns}} */
    float[] compressedValues() {
        float[] kept = new float[values.length + ones.length];
        int at = 0;
        for (int r = 0; r < count; r++) {
            System.arraycopy(values, r * numbers, kept, at, numbers);
            at += numbers;
            int end = at + start(r + 1) - start(r);
            Arrays.fill(kept, at, end, 1);
            at = end;
        }
        return kept;
    }
}
