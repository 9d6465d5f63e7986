package dev.trivium.timeseries.baseline;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.History;

/**
 * What one forecast starts from: the look-back's rows and, below them, those of the future in which columns are known.
 *
 * @param rows look-back, and horizon if columns are known
 * @param future the time stamps of the forecast
 */
record Lookback(FilledRows rows, TimeAxis future) {

    /**
     * Checks and fills the last rows of a history. If columns are known, the history's last rows are the future of these columns, as
     * many as the horizon has steps: there every known value must be present, and every other one missing.
     */
    static Lookback of(SeriesSet history, TrainedOn trainedOn, ForecasterSpec spec) {
        if (spec.known().isEmpty()) {
            History past = History.of(history, trainedOn.columns(), trainedOn.step(), spec.lookback(), spec.horizon());
            return new Lookback(FilledRows.of(past.rows(), trainedOn.standardiser()), past.future());
        }
        int origin = history.length() - spec.horizon();
        if (origin < spec.lookback()) {
            throw new IllegalArgumentException("history must hold at least the look-back of " + spec.lookback() + " rows and the "
                    + spec.horizon() + " rows of the future in which " + spec.known() + " are known, got " + history.length());
        }
        SeriesSet own = history.select(trainedOn.names());
        SeriesSet future = own.rows(origin, own.length());
        checkFuture(future, trainedOn);
        History past = History.of(own.rows(0, origin), trainedOn.columns(), trainedOn.step(), spec.lookback(), spec.horizon());
        double[] values = new double[(spec.lookback() + spec.horizon()) * own.width()];
        past.rows().copyRows(0, spec.lookback(), values, 0);
        future.copyRows(0, spec.horizon(), values, spec.lookback() * own.width());
        TimeAxis time = own.time().slice(origin - spec.lookback(), own.length());
        return new Lookback(FilledRows.of(SeriesSet.of(time, own.variables(), values), trainedOn.standardiser()), past.future());
    }

    private static void checkFuture(SeriesSet future, TrainedOn trainedOn) {
        for (int c : trainedOn.targetColumns()) {
            for (int t = 0; t < future.length(); t++) {
                if (future.observed(t, c)) {
                    throw new IllegalArgumentException("the last " + future.length() + " rows of history must hold the known columns "
                            + trainedOn.known() + " only, got a value of " + trainedOn.names().get(c) + " at " + future.time().label(t));
                }
            }
        }
        for (int c : trainedOn.knownColumns()) {
            for (int t = 0; t < future.length(); t++) {
                if (!future.observed(t, c)) {
                    throw new IllegalArgumentException("known column " + trainedOn.names().get(c)
                            + " must have a value at every step of the forecast, got none at " + future.time().label(t));
                }
            }
        }
    }
}
