package dev.trivium.reproduce.molgraph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Scores of one method on the three given splits: of every split the mean over seeds, of these the mean and the standard deviation (n − 1).
 *
 * @param perSplit one score per split that was run, in the order 1, 2, 3
 */
record Summary(double[] perSplit, int seeds) {

    private static final List<String> GIVEN = List.of("1", "2", "3");

    /** {@return the scores of single fits, or of averaged ones} */
    static Summary of(List<Run> runs, Benchmark benchmark, Method method, boolean ensemble, ToDoubleFunction<Run.Scores> score) {
        List<List<Run>> bySplit = GIVEN.stream().map(split -> of(runs, benchmark, split, method, ensemble)).toList();
        double[] means = bySplit.stream().filter(list -> !list.isEmpty()).mapToDouble(list -> list.stream().map(Run::scores)
                .mapToDouble(score).average().orElseThrow()).toArray();
        return new Summary(means, bySplit.stream().mapToInt(List::size).filter(size -> size > 0).min().orElse(0));
    }

    /** {@return the runs of one split} */
    static List<Run> of(List<Run> runs, Benchmark benchmark, String split, Method method, boolean ensemble) {
        return runs.stream().filter(run -> run.benchmark() == benchmark && run.split().equals(split) && run.method() == method
                && run.isEnsemble() == ensemble).toList();
    }

    /** {@return whether all three splits were run} */
    boolean complete() {
        return perSplit.length == GIVEN.size();
    }

    double mean() {
        return Arrays.stream(perSplit).average().orElse(Double.NaN);
    }

    double deviation() {
        double mean = mean();
        return Math.sqrt(Arrays.stream(perSplit).map(x -> (x - mean) * (x - mean)).sum() / (perSplit.length - 1));
    }

    /** {@return mean ± standard deviation; "not run" unless all three splits were} */
    String text() {
        return complete() ? String.format(Locale.ROOT, "%.3f ± %.3f", mean(), deviation()) : "not run";
    }
}
