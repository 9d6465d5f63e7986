/**
 * Search for hyper-parameters: spaces, samplers (random, tree-structured Parzen estimators), successive halving, and a journal from which a
 * search that was stopped goes on.
 *
 * <p>Nothing here trains a model. A {@link dev.trivium.nn.search.Study} says which settings to try next and keeps what came of them; whoever
 * asks it runs the trial, as a process or in place.
 */
@NullMarked
package dev.trivium.nn.search;

import org.jspecify.annotations.NullMarked;
