/**
 * WaveRoRA: Liang, Sun, Guizani, "Wavelet Rotary Route Attention for Multivariate Time Series Forecasting", 2024 (arXiv 2410.22649).
 *
 * <p>Each variate of a window is split into wavelet coefficient series; a token per variate holds all of them, and variates exchange
 * information through a few routing tokens whose score maps are rotated by the variates' positions. Prefer it for many correlated
 * series with structure at several time scales; for a handful of rows, or series that a season explains, the methods of
 * {@code baseline} do as well.
 *
 * <table>
 * <caption>Where the paper's parts are</caption>
 * <tr><td>instance normalisation</td><td>{@code WaveRoraNetwork.normalise}</td></tr>
 * <tr><td>DWT and wave embedding, §IV-B, E_c</td><td>{@code Basis}, {@code WaveEmbedding}</td></tr>
 * <tr><td>token Z, encoder layer, Fig. 2</td><td>{@code EncoderLayer}</td></tr>
 * <tr><td>rotary route attention, Fig. 3: R, A_R, A_Q, V_R, C, gate</td><td>{@code RotaryRouteAttention}, {@code Rotation}</td></tr>
 * <tr><td>WaveNorm, eq. 12</td><td>{@code WaveNorm}</td></tr>
 * <tr><td>wave predictor and inverse, eq. 13</td><td>{@code WavePredictor}</td></tr>
 * <tr><td>ablations, Tables III and IV</td><td>{@link dev.trivium.timeseries.waverora.Variant}, {@code SoftmaxAttention},
 *     {@code LinearAttention}</td></tr>
 * <tr><td>published settings, Table II</td><td>{@link dev.trivium.timeseries.waverora.PublishedSettings}</td></tr>
 * <tr><td>what the code does and the paper does not say</td><td>{@link dev.trivium.timeseries.waverora.Quirks}</td></tr>
 * </table>
 *
 * <p>Differs from the paper: as the published code does, values are not projected, the token is projected before and after the
 * attention, and the predictor has two linear maps. Odd horizons and a single series work here; the published code crashes on both.
 * Differs from the published code: every window is scored, where it drops the last partial batch.
 */
@NullMarked
package dev.trivium.timeseries.waverora;

import org.jspecify.annotations.NullMarked;
