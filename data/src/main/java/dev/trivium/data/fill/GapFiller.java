package dev.trivium.data.fill;

import dev.trivium.data.series.SeriesSet;

/** Something that fills the gaps of series. */
@FunctionalInterface
public interface GapFiller {

    /**
     * Fills every missing cell. Observed cells come back bit for bit.
     *
     * @param series with gaps as NaN
     * @return the same table without gaps
     * @throws IllegalArgumentException if the series cannot be filled by this method; the message says why
     */
    FilledSeries fill(SeriesSet series);
}
