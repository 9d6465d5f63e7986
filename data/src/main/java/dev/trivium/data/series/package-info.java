/**
 * Multivariate series on a regular time axis: the one form in which data travel through the suite.
 *
 * <p>A {@link dev.trivium.data.series.SeriesSet} holds values of shape {@code (time, series)}, row-major, in the units of the data, with
 * {@code NaN} for a missing cell. Its {@link dev.trivium.data.series.TimeAxis} is regular by construction: rows that a file leaves out are
 * present as rows of missing values, so row {@code t + 1} is always one step after row {@code t}. Everything here is immutable and may be
 * shared between threads.
 */
@NullMarked
package dev.trivium.data.series;

import org.jspecify.annotations.NullMarked;
