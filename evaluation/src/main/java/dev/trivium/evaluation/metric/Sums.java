package dev.trivium.evaluation.metric;

/** Running sums behind {@link Scores}. */
final class Sums {

    private double squared;
    private double absolute;
    private double scaled;
    private long cells;
    private long scaledCells;

    /** Adds the errors of {@code count} cells of one series, given as sums in natural units. */
    void add(double squaredError, double absoluteError, long count, ScoredSeries series, Unit unit) {
        double scale = unit == Unit.STANDARDISED ? series.deviation() : 1;
        squared += squaredError / (scale * scale);
        absolute += absoluteError / scale;
        cells += count;
        if (series.hasNaiveError()) {
            scaled += absoluteError / series.naiveError();
            scaledCells += count;
        }
    }

    /** Adds sums that are in the right unit already. */
    void add(double squaredError, double absoluteError, long count, double scaledError, long scaledCount) {
        squared += squaredError;
        absolute += absoluteError;
        cells += count;
        scaled += scaledError;
        scaledCells += scaledCount;
    }

    double squared() {
        return squared;
    }

    double absolute() {
        return absolute;
    }

    double scaled() {
        return scaled;
    }

    long cells() {
        return cells;
    }

    long scaledCells() {
        return scaledCells;
    }

    Scores scores() {
        double mse = mean(squared, cells);
        return new Scores(mse, mean(absolute, cells), Math.sqrt(mse), mean(scaled, scaledCells), cells);
    }

    private static double mean(double sum, long count) {
        return count == 0 ? Double.NaN : Math.max(0, sum) / count; // a difference of prefix sums can fall below 0 by rounding
    }
}
