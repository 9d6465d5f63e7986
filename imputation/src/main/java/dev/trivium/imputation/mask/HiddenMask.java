package dev.trivium.imputation.mask;

import dev.trivium.data.series.SeriesSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;

/**
 * Cells of one series that are hidden, so that methods can be scored on them. Immutable, of observed cells only, and bound to its series: it
 * refuses another one.
 *
 * <p>The series is known by what stays visible of it, by SHA-256 of axis, names, units and visible values. Hidden values are therefore no part
 * of the mask, and nothing of them is in its file.
 *
 * <p>The file ({@link #save}) is: lines of UTF-8 that end in a line feed, {@code trivium mask 1}, {@code rows}, {@code series}, {@code hidden},
 * {@code seed}, {@code visible} and {@code pattern}, each followed by a space and its value; an empty line; one bit for each cell, row by row,
 * the first in the lowest bit of the first byte, ⌈rows · series / 8⌉ bytes; and the SHA-256 of all that, 32 bytes.
 */
public final class HiddenMask {

    private final int rows;
    private final int width;
    private final BitSet cells;
    private final String pattern;
    private final long seed;
    private final String visible;
    private final String sha256;

    HiddenMask(int rows, int width, BitSet cells, String pattern, long seed, String visible) {
        if (pattern.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("pattern must be one line without control characters, got \"" + pattern + "\"");
        }
        this.rows = rows;
        this.width = width;
        this.cells = cells;
        this.pattern = pattern;
        this.seed = seed;
        this.visible = visible;
        sha256 = MaskFile.sha256(this);
    }

    /** {@return the mask of those of the cells that are observed; the set is given away} */
    static HiddenMask of(SeriesSet truth, BitSet cells, String pattern, long seed) {
        int width = truth.width();
        for (int i = cells.nextSetBit(0); i >= 0; i = cells.nextSetBit(i + 1)) {
            if (!truth.observed(i / width, i % width)) {
                cells.clear(i);
            }
        }
        return new HiddenMask(truth.length(), width, cells, pattern, seed, without(truth, cells).sha256());
    }

    private static SeriesSet without(SeriesSet truth, BitSet cells) {
        double[] values = truth.toArray();
        for (int i = cells.nextSetBit(0); i >= 0; i = cells.nextSetBit(i + 1)) {
            values[i] = Double.NaN;
        }
        return SeriesSet.of(truth.time(), truth.variables(), values);
    }

    /**
     * {@return the series with the hidden cells missing: the only one that methods may be given}
     *
     * @param truth the series for which the mask was drawn
     * @throws IllegalArgumentException if the series has another shape, or other visible values, names or stamps
     */
    public SeriesSet hide(SeriesSet truth) {
        if (truth.length() != rows || truth.width() != width) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "truth must have the shape of the mask, (time=%d, series=%d), got (%d, %d)",
                    rows, width, truth.length(), truth.width()));
        }
        SeriesSet left = without(truth, cells);
        String found = left.sha256();
        if (!found.equals(visible)) {
            throw new IllegalArgumentException("truth must be the series for which the mask was drawn: its visible part has SHA-256 " + found
                    + ", the mask was drawn for " + visible);
        }
        return left;
    }

    /**
     * {@return the mask that hides in some rows only; cells of all other rows are given back and stay visible}
     *
     * @param truth the series of this mask
     * @param row   which rows keep their hidden cells
     * @param what  these rows in a few words on one line, for tables
     * @throws IllegalArgumentException as {@link #hide}
     */
    public HiddenMask only(SeriesSet truth, IntPredicate row, String what) {
        hide(truth);
        BitSet kept = new BitSet();
        cells.stream().filter(cell -> row.test(cell / width)).forEach(kept::set);
        return of(truth, kept, pattern + ", only in " + what, seed);
    }

    /** {@return whether series {@code s} is hidden at row {@code t}} */
    public boolean hidden(int t, int s) {
        if (t < 0 || t >= rows || s < 0 || s >= width) {
            throw new IllegalArgumentException("(t, s) must lie in (time=" + rows + ", series=" + width + "), got (" + t + ", " + s + ")");
        }
        return cells.get(t * width + s);
    }

    /** {@return the number of hidden cells} */
    public long count() {
        return cells.cardinality();
    }

    /** {@return the rows of the series} */
    public int rows() {
        return rows;
    }

    /** {@return the number of series} */
    public int width() {
        return width;
    }

    /** {@return the pattern in words} */
    public String pattern() {
        return pattern;
    }

    /** {@return the seed it was drawn from} */
    public long seed() {
        return seed;
    }

    /** {@return SHA-256, in hexadecimal, of what is visible of the series} */
    public String visible() {
        return visible;
    }

    /** {@return SHA-256, in hexadecimal, of the file but for its last 32 bytes, which hold it} */
    public String sha256() {
        return sha256;
    }

    BitSet cells() {
        return cells;
    }

    /**
     * Writes the mask, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
        MaskFile.write(file, this);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws IOException if it cannot be read or is damaged; the message names file and fault
     */
    public static HiddenMask load(Path file) throws IOException {
        return MaskFile.read(file);
    }

    /** {@return pattern, seed and number of hidden cells on one line} */
    public String describe() {
        return String.format(Locale.ROOT, "%s, seed %d: %d of %d cells hidden (%.2f %%)", pattern, seed, count(), (long) rows * width,
                100.0 * count() / ((long) rows * width));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HiddenMask mask && sha256.equals(mask.sha256);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sha256);
    }

    @Override
    public String toString() {
        return describe();
    }
}
