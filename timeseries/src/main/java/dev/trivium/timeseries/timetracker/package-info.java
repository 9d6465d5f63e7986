/**
 * A forecaster that is trained once, on series of many kinds, and forecasts series it has never seen ("Time Tracker", arXiv
 * 2505.15151). The paper's text was not available: the network follows its abstract and published descriptions, and what they leave
 * open is ours.
 *
 * <table>
 * <caption>Where the parts of the definition are</caption>
 * <tr><td>patches, {@code 2 P → d}</td><td>{@code TimeTrackerNetwork}: values, then 1 observed / 0 missing (ours)</td></tr>
 * <tr><td>decoder layer {@code h + AVA(norm(h))}, {@code h + MoE(norm(h))}; final norm; head</td><td>{@code DecoderScript},
 *     {@code DecoderLayer} (parameters)</td></tr>
 * <tr><td>any-variate attention (paper's eq. 3): rotation by the patch, u and v, causality Kronecker the graph</td>
 *     <td>{@code AttentionText}, {@code Relation}</td></tr>
 * <tr><td>mixture of experts, routing and balance (paper's algorithm 1): G, b, gates, shared and private experts</td>
 *     <td>{@code MixtureText}, {@code TimeTrackerNetwork.balance}</td></tr>
 * <tr><td>{@code D_ij} of amplitudes; p, edges (ours)</td><td>{@code Spectrum}, {@code FrequencyGraph}, {@code GraphScript}</td></tr>
 * <tr><td>what the text leaves open</td><td>{@link dev.trivium.timeseries.timetracker.DecoderSwitches},
 *     {@link dev.trivium.timeseries.timetracker.ExpertSettings}, {@link dev.trivium.timeseries.timetracker.GraphSettings}</td></tr>
 * </table>
 */
@NullMarked
package dev.trivium.timeseries.timetracker;

import org.jspecify.annotations.NullMarked;
