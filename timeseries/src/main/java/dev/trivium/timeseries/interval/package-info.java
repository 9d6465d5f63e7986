/**
 * Intervals around the forecasts of any model, from its errors on rows that neither trained nor chose it.
 *
 * <pre>{@code
 * Split split = Split.published(series).withCalibration(0.5);
 * Forecaster fitted = spec.fit(split.train(), split.validation(), Training.seed(1));
 * Forecaster sure = CalibratedForecaster.of(fitted, split.calibration().orElseThrow(), List.of(0.8, 0.95));
 * ForecastQuantiles spread = sure.predict(history).quantiles().orElseThrow();
 * }</pre>
 *
 * <p>{@link dev.trivium.timeseries.interval.Calibration} forecasts the windows of a {@link dev.trivium.data.split.CalibrationView}: the type keeps
 * training, validation and test rows out. {@link dev.trivium.timeseries.interval.ForecastIntervals} are fixed from then on, one reach for every
 * step and series; {@link dev.trivium.timeseries.interval.AdaptiveForecastIntervals} go on learning from values as they come.
 *
 * <p>What holds: were the windows to come exchangeable with those of the calibration, an interval would hold its share of every step of every
 * series. What does not: seasons and drift make later windows unlike earlier ones, and neighbouring windows share most of their targets, so that
 * there are fewer independent ones than counted. So an evaluation states the share that was found beside the one that was promised.
 */
@NullMarked
package dev.trivium.timeseries.interval;

import org.jspecify.annotations.NullMarked;
