/**
 * Which known values are hidden, so that a method can be scored on them.
 *
 * <p>A {@link dev.trivium.imputation.mask.MissingPattern} draws a {@link dev.trivium.imputation.mask.HiddenMask} once, from a seed, for a whole
 * series. {@link dev.trivium.imputation.mask.HiddenMask#hide} then makes the hidden cells missing <em>before</em> the series is split, so no
 * scaler, graph, interpolation or model can see them; every method gets the same mask, which is kept as a file with a checksum.
 *
 * <pre>{@code
 * HiddenMask mask = Blocks.published().draw(truth, 1);
 * Split split = Split.ratios(mask.hide(truth), 0.7, 0.1);
 * }</pre>
 *
 * <p>Draws are those of NumPy's {@code default_rng(seed)}, in the order of the generator of GRIN (Cini, Marisca and Alippi, ICLR 2022) and SPIN
 * (Marisca, Cini and Alippi, NeurIPS 2022): with {@code truth} and seed alike, {@link dev.trivium.imputation.mask.Blocks} and
 * {@link dev.trivium.imputation.mask.Points} give their masks bit for bit. Their seeds are 9101112 (METR-LA) and 56789 (PEMS-BAY).
 */
@NullMarked
package dev.trivium.imputation.mask;

import org.jspecify.annotations.NullMarked;
