/**
 * Search for the hyper-parameters of property predictors: what may be tried, and the validation score that all trials of a search share. How a search
 * goes is in {@link dev.trivium.nn.search}.
 */
@NullMarked
package dev.trivium.molecular.search;

import org.jspecify.annotations.NullMarked;
