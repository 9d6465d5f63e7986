package dev.trivium.evaluation.audit;

/**
 * A part of the data.
 *
 * @param name such as {@code train}
 * @param size its rows or molecules
 * @param unit {@code rows} or {@code molecules}
 * @param span first and last stamps of its runs of rows; empty for molecules
 */
public record Part(String name, long size, String unit, String span) {

    /** Checks the size. */
    public Part {
        if (size < 0) {
            throw new IllegalArgumentException("size must be at least 0, got " + size + " for " + name);
        }
    }
}
