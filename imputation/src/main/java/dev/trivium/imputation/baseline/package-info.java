/**
 * Simple methods that stand in every table: a model that does not beat them is not worth its training.
 *
 * <table>
 * <caption>What is here</caption>
 * <tr><td>{@link dev.trivium.imputation.baseline.MeanSpec}</td><td>the mean of the training rows</td></tr>
 * <tr><td>{@link dev.trivium.imputation.baseline.LastSpec}</td><td>the last visible value</td></tr>
 * <tr><td>{@link dev.trivium.imputation.baseline.LinearSpec}</td><td>the straight line between the visible values on either side</td></tr>
 * <tr><td>{@link dev.trivium.imputation.baseline.NearestNodesSpec}</td><td>the series most like it, at the same step</td></tr>
 * <tr><td>{@link dev.trivium.imputation.baseline.MatrixFactorisationSpec}</td><td>few factors of all series, at the same step</td></tr>
 * <tr><td>{@link dev.trivium.imputation.baseline.RidgeArSpec}</td><td>a regression on its own values around and other series</td></tr>
 * </table>
 *
 * <p>All run on the CPU in double precision, hold no native memory, and are fitted in one go: of a
 * {@link dev.trivium.nn.training.Training} they use the seed, and have no epochs, checkpoints or device. Every cell gets a finite value; a series
 * without a visible training value is refused by name.
 */
@NullMarked
package dev.trivium.imputation.baseline;

import org.jspecify.annotations.NullMarked;
