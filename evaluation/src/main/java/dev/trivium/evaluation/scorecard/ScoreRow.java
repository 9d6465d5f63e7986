package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.metric.Bootstrap;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.Metric;
import dev.trivium.evaluation.metric.PairedDifference;
import dev.trivium.evaluation.metric.Scores;
import dev.trivium.evaluation.metric.Unit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One method's line on a score card. Several seeds are averaged, see {@link ForecastErrors#mean}.
 *
 * @param method       the method
 * @param overall      standardised scores with their intervals
 * @param skill        1 − MSE / MSE of the best naive row, standardised; above 0 is better; NaN where that row is perfect
 * @param againstNaive standardised MSE minus that of the best naive row on the same windows
 * @param steps        standardised scores of every forecast step
 * @param series       scores of every series
 * @param intervals    coverage of its intervals, by variant and share; empty for a method without
 */
public record ScoreRow(Method method, Estimates overall, double skill, PairedDifference againstNaive,
                       List<Scores> steps, List<SeriesScores> series, List<IntervalCoverage> intervals) {

    /** Copies the lists. */
    public ScoreRow {
        intervals = List.copyOf(intervals);
        steps = List.copyOf(steps);
        series = List.copyOf(series);
    }

    static ScoreRow of(MethodRun run, ForecastErrors bestNaive, Bootstrap bootstrap) {
        ForecastErrors mean = ForecastErrors.mean(run.errors());
        PairedDifference difference = bootstrap.difference(mean, bestNaive, Metric.MSE, Unit.STANDARDISED);
        double naive = bestNaive.overall(Unit.STANDARDISED).mse();
        double skill = naive > 0 ? 1 - mean.overall(Unit.STANDARDISED).mse() / naive : Double.NaN;
        List<SeriesScores> series = IntStream.range(0, mean.series().size())
                .mapToObj(s -> new SeriesScores(mean.series().get(s).name(), mean.series().get(s).unit(),
                        mean.series(s, Unit.STANDARDISED), mean.series(s, Unit.NATURAL)))
                .toList();
        return new ScoreRow(run.method(), Estimates.of(mean, run.errors(), bootstrap), skill, difference,
                mean.steps(Unit.STANDARDISED), series,
                run.tallies().stream().flatMap(seeds -> IntervalTally.coverage(seeds, bootstrap).stream()).toList());
    }
}
