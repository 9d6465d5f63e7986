/**
 * Intervals and sets with a stated share of truths inside, for any method: from its errors on data that neither trained nor chose it.
 *
 * <p>Plain arrays go in; no domain is known here. {@link dev.trivium.evaluation.conformal.CalibrationPoints} holds what a method said and what
 * came, {@link dev.trivium.evaluation.conformal.ConformalIntervals} learns from them how far intervals must reach:
 *
 * <table>
 *   <caption>Which rule is which paper; ŷ is a point estimate, q a pair of estimated quantiles.</caption>
 *   <tr><th>points</th><th>{@link dev.trivium.evaluation.conformal.Tails}</th><th>rule</th></tr>
 *   <tr><td>ŷ</td><td>TOGETHER</td><td>split conformal with |y − ŷ| (Papadopoulos et al. 2002; Lei et al. 2018)</td></tr>
 *   <tr><td>ŷ</td><td>APART</td><td>split conformal with y − ŷ, half of the misses on either side (Linusson et al. 2014)</td></tr>
 *   <tr><td>q</td><td>TOGETHER</td><td>conformalised quantile regression (Romano, Patterson and Candès 2019, Theorem 1)</td></tr>
 *   <tr><td>q</td><td>APART</td><td>the same with both tails controlled (their Theorem 2)</td></tr>
 * </table>
 *
 * <p>Groups are Mondrian categories (Vovk et al. 2005): each group has its own reach where it has enough points, and that of all points,
 * under the name {@value dev.trivium.evaluation.conformal.ConformalIntervals#ALL}, where it has not. Where points are too few for a share,
 * that is refused: no interval is ever infinite.
 *
 * <p>{@link dev.trivium.evaluation.conformal.AdaptiveIntervals} follows drift (Gibbs and Candès 2021).
 * {@link dev.trivium.evaluation.conformal.LabelSets} gives sets of labels, marginal or by label (Vovk 2012; Sadinle et al. 2019).
 * {@link dev.trivium.evaluation.conformal.CoverageTable} says how many truths fell inside, by group, how sure that is, and in words where it
 * is off.
 *
 * <p>What holds: a next point that is exchangeable with the points of its group falls inside with at least the share's probability, on average
 * over calibrations and over the points of a group. What does not: data that drift, and points that depend on each other, have no such
 * guarantee. So measure the coverage where it matters.
 */
@NullMarked
package dev.trivium.evaluation.conformal;

import org.jspecify.annotations.NullMarked;
