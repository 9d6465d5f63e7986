/**
 * Filling gaps in series: the public face.
 *
 * <p>An {@link dev.trivium.imputation.ImputerSpec} is a recipe; {@code fit} turns it into an {@link dev.trivium.imputation.Imputer}, which
 * fills, saves and is closed. A {@link dev.trivium.data.fill.FilledSeries} carries time stamps, names, units, which cells were filled, and an
 * interval for each. The model is in a package of its own, {@code fgatt}; the simple methods that every table holds are in {@code baseline}.
 *
 * <pre>{@code
 * Split split = Split.ratios(series, 0.7, 0.1);
 * try (Imputer imputer = FgattSpec.standard().fit(split.train(), split.validation(), Training.seed(1))) {
 *     FilledSeries filled = imputer.fill(series);
 * }
 * }</pre>
 */
@NullMarked
package dev.trivium.imputation;

import org.jspecify.annotations.NullMarked;
