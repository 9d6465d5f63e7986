/**
 * Averages of the weights along training, which often score better than the last weights.
 *
 * <table>
 * <caption>Which to take</caption>
 * <tr><td>{@link dev.trivium.nn.average.Averaging.Exponential}</td><td>EMA: every update, the recent past counts most</td></tr>
 * <tr><td>{@link dev.trivium.nn.average.Averaging.Equal}</td><td>SWA (Izmailov et al. 2018): all epochs from a given one, equally</td></tr>
 * <tr><td>{@link dev.trivium.nn.average.Averaging.Window}</td>
 *     <td>LAWA (Kaddour 2022): the last k epochs, equally; needs k copies of the weights</td></tr>
 * </table>
 *
 * <p>The training loop tells an average of every update and every epoch, and it takes what it needs. To evaluate or save averaged
 * weights, swap them in; training goes on with the raw weights, bit for bit:
 *
 * <pre>
 * try (Swap averaged = average.swapIn()) {
 *     score = evaluate(model);
 * }
 * </pre>
 */
@NullMarked
package dev.trivium.nn.average;

import org.jspecify.annotations.NullMarked;
