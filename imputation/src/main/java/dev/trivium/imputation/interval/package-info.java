/**
 * Intervals for filled cells, the same for every method: split-conformal, by the distance to the nearest visible value and by series.
 *
 * <p>Source: split-conformal prediction (Papadopoulos et al. 2002; Lei et al. 2018) with groups (Vovk 2012); the groups, the pattern by which
 * cells are hidden, and the factor of a series are ours.
 */
@NullMarked
package dev.trivium.imputation.interval;

import org.jspecify.annotations.NullMarked;
