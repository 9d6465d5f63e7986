/**
 * Forecasting multivariate time series: the public face.
 *
 * <p>A {@link dev.trivium.timeseries.ForecasterSpec} is a recipe; {@code fit} turns it into a
 * {@link dev.trivium.timeseries.Forecaster}, which predicts, saves and is closed; a {@link dev.trivium.timeseries.Forecast} carries
 * time stamps, names and the data's units. The models are in packages of their own, one per paper, the simple methods that every
 * table holds in {@code baseline}.
 *
 * <pre>{@code
 * Split split = Split.ratios(series, 0.7, 0.1);
 * try (Forecaster model = WaveRoraSpec.of(96, 24).fit(split.train(), split.validation(), Training.seed(1))) {
 *     SeriesSet tomorrow = model.predict(series).mean();
 * }
 * }</pre>
 */
@NullMarked
package dev.trivium.timeseries;

import org.jspecify.annotations.NullMarked;
