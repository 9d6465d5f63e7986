package dev.trivium.cli.forecast;

import dev.trivium.cli.terminal.Report;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import dev.trivium.data.window.Windows;
import dev.trivium.timeseries.Forecaster;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The three parts of a series and the windows in them. */
record SplitReport(Split split, Windows train, Windows validation, Windows test) {

    static SplitReport of(Split split, int lookback, int horizon) {
        return new SplitReport(split, windows(split.train(), lookback, horizon), windows(split.validation(), lookback, horizon),
                windows(split.test(), lookback, horizon));
    }

    private static Windows windows(View view, int lookback, int horizon) {
        return Windows.over(view, lookback, horizon, 1, Forecaster.MAX_MISSING_SHARE);
    }

    Report describe(Report report) {
        report.row("split", split.describe());
        report.row("windows", String.format(Locale.ROOT, "%,d train, %,d validation, %,d test, each of %d → %d steps", train.count(),
                validation.count(), test.count(), train.lookback(), train.horizon()));
        int excluded = train.excluded() + validation.excluded() + test.excluded();
        if (excluded > 0) {
            report.row("left out", String.format(Locale.ROOT, "%,d windows that miss more than %.0f %% of their look-back or all targets",
                    excluded, 100 * Forecaster.MAX_MISSING_SHARE));
        }
        if (train.filled() + validation.filled() + test.filled() > 0) {
            report.row("filled", String.format(Locale.ROOT, "missing look-back values, each with the last value before it: %,d for train, %,d for"
                    + " validation, %,d for test", train.filled(), validation.filled(), test.filled()));
        }
        return report;
    }

    Map<String, Object> json() {
        Map<String, Object> map = new LinkedHashMap<>();
        part(map, "train", split.train(), train);
        part(map, "validation", split.validation(), validation);
        part(map, "test", split.test(), test);
        return map;
    }

    private static void part(Map<String, Object> map, String name, View view, Windows windows) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("from", view.series().time().label(view.from()));
        part.put("to", view.series().time().label(view.to() - 1));
        part.put("rows", view.to() - view.from());
        part.put("windows", windows.count());
        part.put("excludedWindows", windows.excluded());
        part.put("filledCells", windows.filled());
        map.put(name, part);
    }
}
