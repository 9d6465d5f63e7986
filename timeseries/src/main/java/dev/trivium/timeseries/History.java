package dev.trivium.timeseries;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.window.PastFill;
import dev.trivium.data.window.Windows;
import java.util.List;
import java.util.Locale;

/**
 * The look-back that a forecast starts from, checked and filled from its past.
 *
 * @param rows (look-back, series); a cell with nothing observed before it stays NaN
 * @param future the time stamps of the steps to forecast
 * @param filled how many missing cells were filled
 */
public record History(SeriesSet rows, TimeAxis future, long filled) {

    /**
     * Checks and fills the last rows of a history.
     *
     * @param variables the series that the model was fitted on; more series in other order are accepted, missing ones are not
     * @param step the step of the data that the model was fitted on, as {@link TimeAxis#stepText} prints it
     */
    public static History of(SeriesSet history, List<Variable> variables, String step, int lookback, int horizon) {
        if (history.length() < lookback) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "history must hold at least the look-back of %d rows, got %d",
                    lookback, history.length()));
        }
        if (!history.time().stepText().equals(step)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "history must have the step of the training data, %s, got %s",
                    step, history.time().stepText()));
        }
        SeriesSet own = history.select(variables.stream().map(Variable::name).toList());
        int length = own.length();
        SeriesSet filled = PastFill.fill(own);
        SeriesSet before = own.rows(length - lookback, length);
        double share = (double) before.missing() / ((long) lookback * own.width());
        if (share > Forecaster.MAX_MISSING_SHARE) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "the last %d rows of history must miss at most %.0f %% of their values, got %.1f %%",
                    lookback, 100 * Forecaster.MAX_MISSING_SHARE, 100 * share));
        }
        SeriesSet after = filled.rows(length - lookback, length);
        return new History(after, own.time().after(horizon), before.missing() - after.missing());
    }

    /** Checks that windows fit a model. */
    public static void check(Windows windows, ForecasterSpec spec, List<Variable> variables) {
        if (windows.lookback() != spec.lookback() || windows.horizon() != spec.horizon()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "windows must be of %d → %d rows as the model, got %d → %d",
                    spec.lookback(), spec.horizon(), windows.lookback(), windows.horizon()));
        }
        List<String> names = variables.stream().map(Variable::name).toList();
        if (!windows.series().names().equals(names)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "windows must have the series %s, got %s",
                    names, windows.series().names()));
        }
    }
}
