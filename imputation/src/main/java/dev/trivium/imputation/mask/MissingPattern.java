package dev.trivium.imputation.mask;

import dev.trivium.data.series.SeriesSet;

/** A way in which values go missing. */
public interface MissingPattern {

    /**
     * Draws once, for all rows of the series, which of its observed cells are hidden. The same seed hides the same cells on every platform.
     *
     * @param truth the whole series, with the values to be scored on
     * @param seed  at least 0
     */
    HiddenMask draw(SeriesSet truth, long seed);

    /** {@return the pattern and its settings in a few words, on one line} */
    String describe();
}
