package dev.trivium.imputation.interval;

import dev.trivium.data.series.SeriesSet;

/** A method that estimates cells, without intervals. */
@FunctionalInterface
public interface PointFill {

    /**
     * Estimates every cell of some rows. What stands in observed cells is not looked at, but must be finite too.
     *
     * @param series with gaps as NaN; all rows serve as context
     * @param from first row
     * @param to row after the last
     * @return (to − from, series), row-major, in the units of the data, all finite
     */
    double[] fill(SeriesSet series, int from, int to);
}
