/**
 * How often intervals hold what they promise, on test data, over several seeds.
 *
 * <p>A {@link dev.trivium.reproduce.intervals.Case} is a data set with what is asked of it. It knows its methods and what one seed of one of
 * them finds: a {@link dev.trivium.reproduce.intervals.Line} for every variant of intervals, share and group of values. Lines are all that files
 * and tables are made of, so another kind of data joins with a class that implements {@code Case} and a place in
 * {@link dev.trivium.reproduce.intervals.Cases}: the groups of a line are free text, its order in the table is that of the lines of one run.
 *
 * <p>Nothing here chooses anything by test rows: every variant stands in the table, and the recommended one is named by its case beforehand.
 */
@NullMarked
package dev.trivium.reproduce.intervals;

import org.jspecify.annotations.NullMarked;
