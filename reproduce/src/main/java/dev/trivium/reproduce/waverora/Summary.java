package dev.trivium.reproduce.waverora;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A row of the paper's table with our runs of it.
 *
 * @param row what is published
 * @param runs our runs of it, one per seed; none if it was not run
 */
record Summary(PaperRow row, List<SeedRun> runs) {

    /** {@return the row with those of the runs that are of its setting} */
    static Summary of(PaperRow row, List<SeedRun> all) {
        return new Summary(row, all.stream().filter(run -> run.setting().equals(row.setting())).toList());
    }

    boolean wasRun() {
        return !runs.isEmpty();
    }

    /** {@return mean over the seeds} */
    double mean(ToDoubleFunction<SeedRun> figure) {
        return runs.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** {@return standard deviation over the seeds, divisor n − 1; NaN with fewer than two} */
    double deviation(ToDoubleFunction<SeedRun> figure) {
        double mean = mean(figure);
        double squares = runs.stream().mapToDouble(figure).map(value -> (value - mean) * (value - mean)).sum();
        return runs.size() < 2 ? Double.NaN : Math.sqrt(squares / (runs.size() - 1));
    }

    double mse() {
        return mean(run -> run.all().mse());
    }

    /** {@return whether the mean MSE over all windows is within the limit} */
    boolean holds() {
        return mse() <= row.mseLimit();
    }

    /** {@return {@code held}, {@code missed} or {@code not run}} */
    String verdict() {
        return wasRun() ? holds() ? "held" : "missed" : ResultTables.NOT_RUN;
    }
}
