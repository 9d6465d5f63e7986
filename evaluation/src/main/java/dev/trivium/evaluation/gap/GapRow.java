package dev.trivium.evaluation.gap;

import dev.trivium.evaluation.metric.RowResamples;
import dev.trivium.evaluation.scorecard.Estimate;
import dev.trivium.evaluation.scorecard.Method;
import java.util.stream.IntStream;

/**
 * One method's line on a card.
 *
 * @param method   the method
 * @param cells    hidden cells it was scored on, for each seed
 * @param mae      mean absolute error, in the unit of the card
 * @param rmse     root of the mean squared error
 * @param mre      Σ|error| / Σ|truth|
 * @param nrmse    RMSE over the standard deviation of the true values; NaN where they are all one
 * @param skill    1 − MAE / MAE of the best simple method; above 0 is better; NaN where that is perfect
 * @param paired   against the best simple method
 * @param coverage of its intervals
 */
public record GapRow(Method method, int cells, Estimate mae, Estimate rmse, Estimate mre, Estimate nrmse, double skill, PairedGap paired,
                     GapCoverage coverage) {

    static GapRow of(GapRun run, GapRun simple, RowResamples resamples) {
        RowErrors errors = RowErrors.of(run.runs());
        double best = mae(simple);
        return new GapRow(run.method(), run.targets().cells(), estimate(GapMetric.MAE, errors, resamples),
                estimate(GapMetric.RMSE, errors, resamples), estimate(GapMetric.MRE, errors, resamples),
                estimate(GapMetric.NRMSE, errors, resamples), best > 0 ? 1 - mae(run) / best : Double.NaN,
                PairedGap.of(run, simple, resamples), GapCoverage.of(run.runs(), resamples));
    }

    /** {@return the mean absolute error of a method over its cells and seeds} */
    public static double mae(GapRun run) {
        RowErrors errors = RowErrors.of(run.runs());
        return errors.mean(GapMetric.MAE, errors.totals());
    }

    private static Estimate estimate(GapMetric metric, RowErrors errors, RowResamples resamples) {
        double[] totals = errors.totals();
        double[] seeds = IntStream.range(0, errors.seeds()).mapToDouble(k -> RowErrors.score(metric, totals, k)).toArray();
        return Estimate.over(seeds, resamples.interval(drawn -> errors.mean(metric, drawn), errors.quantities()));
    }

    /** {@return the estimate of a metric} */
    public Estimate score(GapMetric metric) {
        return switch (metric) {
            case MAE -> mae;
            case RMSE -> rmse;
            case MRE -> mre;
            case NRMSE -> nrmse;
        };
    }
}
