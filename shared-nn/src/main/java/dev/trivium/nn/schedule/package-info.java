/**
 * Learning rates over the course of training.
 *
 * <p>A {@link dev.trivium.nn.schedule.Schedule} is a function of {@link dev.trivium.nn.schedule.Progress} alone: it has no state, so
 * a resumed run needs none restored. The schedules of this package are records that know rates and shares but not the size of the
 * data; how long training will be comes in with the progress. Formulae are those that PyTorch documents for the scheduler named.
 *
 * <table>
 * <caption>Which to take</caption>
 * <tr><td>{@link dev.trivium.nn.schedule.OneCycleFirstEpoch}</td><td>the published WaveRoRA runs</td></tr>
 * <tr><td>{@link dev.trivium.nn.schedule.WarmupLinear}, {@link dev.trivium.nn.schedule.Cosine}</td>
 *     <td>a run whose length is settled beforehand</td></tr>
 * <tr><td>{@link dev.trivium.nn.schedule.OneCycle}</td><td>the same, with a high peak for fast training</td></tr>
 * <tr><td>{@link dev.trivium.nn.schedule.Constant}, {@link dev.trivium.nn.schedule.Exponential}</td>
 *     <td>a run that early stopping ends; the others change when the planned length does</td></tr>
 * <tr><td>{@link dev.trivium.nn.schedule.WarmupStableDecay}</td>
 *     <td>a run of sittings whose number is open: the rate falls only in the last one</td></tr>
 * </table>
 */
@NullMarked
package dev.trivium.nn.schedule;

import org.jspecify.annotations.NullMarked;
