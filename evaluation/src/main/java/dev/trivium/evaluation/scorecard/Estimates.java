package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.metric.Bootstrap;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.metric.Metric;
import dev.trivium.evaluation.metric.ScoreIntervals;
import dev.trivium.evaluation.metric.Unit;
import java.util.List;

/**
 * The four standardised metrics of a row over all windows, steps and series.
 *
 * @param mse  mean squared error
 * @param mae  mean absolute error
 * @param rmse root of the mean squared error
 * @param mase mean absolute scaled error
 */
public record Estimates(Estimate mse, Estimate mae, Estimate rmse, Estimate mase) {

    static Estimates of(ForecastErrors mean, List<ForecastErrors> runs, Bootstrap bootstrap) {
        ScoreIntervals intervals = bootstrap.intervals(mean, Unit.STANDARDISED);
        return new Estimates(
                estimate(Metric.MSE, mean, runs, intervals.mse()), estimate(Metric.MAE, mean, runs, intervals.mae()),
                estimate(Metric.RMSE, mean, runs, intervals.rmse()), estimate(Metric.MASE, mean, runs, intervals.mase()));
    }

    private static Estimate estimate(Metric metric, ForecastErrors mean, List<ForecastErrors> runs, Interval interval) {
        double[] values = runs.stream().mapToDouble(run -> metric.of(run.overall(Unit.STANDARDISED))).toArray();
        return new Estimate(metric.of(mean.overall(Unit.STANDARDISED)), interval, Estimate.deviation(values));
    }
}
