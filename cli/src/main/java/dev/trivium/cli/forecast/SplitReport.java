package dev.trivium.cli.forecast;

import dev.trivium.cli.terminal.Report;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import dev.trivium.data.window.Windows;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a series and the windows in them.
 *
 * @param share largest share of missing values in a look-back; 1 for a model that is told what is missing, so that nothing is filled
 */
record SplitReport(Split split, double share, Windows train, Windows validation, Optional<Windows> calibration, Windows test) {

    static SplitReport of(Split split, int lookback, int horizon) {
        return of(split, lookback, horizon, Forecaster.MAX_MISSING_SHARE);
    }

    /** What a model is fitted on. */
    static SplitReport of(Split split, ForecasterSpec recipe) {
        return of(split, recipe.lookback(), recipe.horizon(), recipe instanceof TimeTrackerSpec ? 1 : Forecaster.MAX_MISSING_SHARE);
    }

    private static SplitReport of(Split split, int lookback, int horizon, double share) {
        return new SplitReport(split, share, Windows.over(split.train(), lookback, horizon, 1, share),
                Windows.over(split.validation(), lookback, horizon, 1, share),
                split.calibration().map(view -> Windows.over(view, lookback, horizon, 1, share)), Windows.over(split.test(), lookback, horizon, 1, share));
    }

    Report describe(Report report) {
        report.row("split", split.describe());
        report.row("windows", String.format(Locale.ROOT, "%,d train, %,d validation,%s %,d test, each of %d → %d steps", train.count(),
                validation.count(), calibration.map(windows -> String.format(Locale.ROOT, " %,d calibration,", windows.count())).orElse(""), test.count(), train.lookback(), train.horizon()));
        int excluded = train.excluded() + validation.excluded() + test.excluded();
        if (excluded > 0) {
            report.row("left out", share == 1 ? String.format(Locale.ROOT, "%,d windows that miss all targets", excluded)
                    : String.format(Locale.ROOT, "%,d windows that miss more than %.0f %% of their look-back or all targets", excluded, 100 * share));
        }
        if (share < 1 && train.filled() + validation.filled() + test.filled() > 0) {
            report.row("filled", String.format(Locale.ROOT, "missing look-back values, each with the last value before it: %,d for train, %,d for"
                    + " validation, %,d for test", train.filled(), validation.filled(), test.filled()));
        }
        return report;
    }

    Map<String, Object> json() {
        Map<String, Object> map = new LinkedHashMap<>();
        part(map, "train", split.train(), train);
        part(map, "validation", split.validation(), validation);
        calibration.ifPresent(windows -> part(map, "calibration", split.calibration().orElseThrow(), windows));
        part(map, "test", split.test(), test);
        return map;
    }

    private void part(Map<String, Object> map, String name, View view, Windows windows) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("from", view.series().time().label(view.from()));
        part.put("to", view.series().time().label(view.to() - 1));
        part.put("rows", view.to() - view.from());
        part.put("windows", windows.count());
        part.put("excludedWindows", windows.excluded());
        part.put("filledCells", share < 1 ? windows.filled() : 0);
        map.put(name, part);
    }
}
