package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.reproduce.record.Origin;
import java.util.List;

/**
 * One method on one set.
 *
 * @param set name of the set
 * @param note what a reader should know of this run, or why the method could not run; may be empty
 */
record Run(String set, Method method, Targets targets, Scores scores, Cost cost, String note, Origin origin) {

    /**
     * What was scored; the same for all methods of a set.
     *
     * @param series scored
     * @param excluded names of the series without a scale
     * @param missing targets that were missing and left out
     */
    record Targets(int windows, int series, List<String> excluded, long cells, long missing) {

        Targets {
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * Scores; NaN if the method could not run.
     *
     * @param coverage share of the targets within the 80 % interval
     */
    record Scores(double mase, double crps, double coverage) {

        static Scores none() {
            return new Scores(Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /**
     * Seconds.
     *
     * @param fit with the forecasts by which quantiles are found
     * @param forecast of the test windows
     */
    record Cost(double fit, double forecast) {}

    /** {@return whether there are scores} */
    boolean ran() {
        return !Double.isNaN(scores.mase());
    }

    /** {@return what it is one of: a later run of the same set and method takes its place} */
    Object key() {
        return List.of(set, method);
    }
}
