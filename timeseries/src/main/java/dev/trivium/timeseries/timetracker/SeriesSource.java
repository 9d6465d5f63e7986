package dev.trivium.timeseries.timetracker;

import java.util.Map;

/**
 * Series for pre-training, drawn by number.
 *
 * <p>A draw follows from the source's seed and the draw's number alone: not from earlier draws, not from the thread. Implementations
 * are safe for use by several threads at once.
 */
public interface SeriesSource {

    /**
     * Writes draw number {@code index} into {@code values}, from the oldest point to the newest.
     *
     * <p>NaN marks a missing point. Every other value is finite, at any scale: who trains on it normalises. Every element is written.
     *
     * @param index at least 0; different numbers are different draws, though a small set may repeat itself
     * @param values receives the series; its length is the length of the draw in points, at least 1
     */
    void draw(long index, float[] values);

    /**
     * {@return what the draws are made of: names, weights, licences, seed, hash of the files read} Values that JSON can hold. Goes into
     * the identity of a run and the provenance of its weights: two sources that say the same draw the same.
     */
    Map<String, Object> describe();
}
