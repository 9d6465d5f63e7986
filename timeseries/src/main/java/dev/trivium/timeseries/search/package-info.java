/**
 * Search for the hyper-parameters of forecasters: what may be tried, and the validation score that all trials of a search share. How a search goes is
 * in {@link dev.trivium.nn.search}.
 */
@NullMarked
package dev.trivium.timeseries.search;

import org.jspecify.annotations.NullMarked;
