package dev.trivium.timeseries;

import dev.trivium.data.fill.GapFiller;
import dev.trivium.data.series.SeriesSet;

/**
 * A history whose past has no gaps.
 *
 * @param series the past, filled, and the rows of the horizon where a model needs them
 * @param cells  filled cells in the look-back
 */
record FilledHistory(SeriesSet series, long cells) {

    static FilledHistory of(ForecasterSpec spec, SeriesSet history, GapFiller filler) {
        int past = history.length() - (spec.known().isEmpty() ? 0 : spec.horizon());
        if (past < spec.lookback()) {
            return new FilledHistory(history, 0); // the forecaster refuses it in its own words
        }
        SeriesSet given = history.rows(0, past);
        SeriesSet filled = filler.fill(given).values();
        require(given, filled);
        double[] values = history.toArray();
        filled.copyRows(0, past, values, 0);
        return new FilledHistory(SeriesSet.of(history.time(), history.variables(), values),
                given.rows(past - spec.lookback(), past).missing());
    }

    private static void require(SeriesSet given, SeriesSet filled) {
        if (!filled.time().equals(given.time()) || !filled.names().equals(given.names())) {
            throw new IllegalArgumentException("filler must give back the rows and series of the history, " + given + ", got " + filled);
        }
        for (int t = 0; t < given.length(); t++) {
            for (int s = 0; s < given.width(); s++) {
                if (given.observed(t, s) && given.value(t, s) != filled.value(t, s)) {
                    throw new IllegalArgumentException("filler must leave observed cells as they are, got " + filled.value(t, s) + " for "
                            + given.value(t, s) + " at " + given.time().label(t) + " of " + given.names().get(s));
                }
            }
        }
    }

    Forecast predict(Forecaster forecaster) {
        Forecast forecast = forecaster.predict(series);
        return new Forecast(forecast.mean(), forecast.quantiles(), cells);
    }
}
