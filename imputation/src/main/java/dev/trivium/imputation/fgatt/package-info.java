/**
 * FGATT: fuzzy graph attention between nodes and a Transformer over time, for filling gaps (after Xing et al. 2024, arXiv 2412.01979).
 *
 * <p>{@link dev.trivium.imputation.fgatt.FgattSpec} is the recipe, {@link dev.trivium.imputation.fgatt.FgattImputer} the fitted model.
 *
 * <p>Differs from the paper: its full text, data and tables are not available. Its mechanism is built as its abstract and published
 * summaries state it: a fuzzy rough graph that is drawn anew for every window, graph attention over it, and a Transformer encoder over time.
 * What they leave open is our choice, with the reason where it is made: the input features, the membership as a prior of the attention,
 * the residual over linear interpolation, the masking during training and the recipe.
 */
@NullMarked
package dev.trivium.imputation.fgatt;

import org.jspecify.annotations.NullMarked;
