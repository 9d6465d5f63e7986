package dev.trivium.reproduce.timetracker.zeroshot;

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

    /** Where it was run. */
    record Origin(int threads, String commit, String machine, String versions) {}

    /** {@return whether there are scores} */
    boolean ran() {
        return !Double.isNaN(scores.mase());
    }

    /** {@return whether it takes the place of another} */
    boolean replaces(Run other) {
        return set.equals(other.set) && method == other.method;
    }
}
