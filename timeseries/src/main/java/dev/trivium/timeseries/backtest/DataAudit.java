package dev.trivium.timeseries.backtest;

import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import dev.trivium.data.window.Windows;
import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.SeriesChecks;
import dev.trivium.evaluation.audit.SeriesRows;
import dev.trivium.timeseries.Forecaster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the rows and windows of a backtest tell, whoever is scored on them. */
final class DataAudit {

    private DataAudit() {}

    /**
     * @param split the rows, with the columns whose future is known
     * @param known those columns
     */
    static Audit of(Split split, Set<String> known, Windows scored, int stride) {
        PartRows parts = new PartRows(split);
        SeriesRows rows = parts.rows();
        SeriesChecks checks = new SeriesChecks(rows);
        return new Audit(parts.parts(), List.of(parts.disjoint(), borders(split, scored, stride), checks.scaling(), checks.repeats(),
                checks.futureColumns(known, scored.horizon()), checks.straightStretches()));
    }

    /** Look-backs may reach over a border, and are counted; targets must not. */
    private static Check borders(Split split, Windows scored, int stride) {
        Map<String, View> views = new LinkedHashMap<>();
        views.put("training", split.train());
        views.put("validation", split.validation());
        split.calibration().ifPresent(view -> views.put("calibration", view));
        List<String> found = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        views.forEach((name, view) -> {
            if (view.segments().size() == 1) {
                counts.add(look(name, view, Windows.over(view, scored.lookback(), scored.horizon(), stride, Forecaster.MAX_MISSING_SHARE), found));
            }
        });
        counts.add(look("test", split.test(), scored, found));
        return Check.of(CheckName.BORDERS, "windows by part: " + counts.stream().collect(Collectors.joining(", ")), found);
    }

    private static String look(String name, View view, Windows windows, List<String> found) {
        int back = 0;
        int over = 0;
        for (int w = 0; w < windows.count(); w++) {
            int origin = windows.origin(w);
            back += origin - windows.lookback() < view.from() ? 1 : 0;
            over += origin < view.from() || origin + windows.horizon() > view.to() ? 1 : 0;
        }
        if (over > 0) {
            found.add(over + " of " + windows.count() + " " + name + " windows have targets in another part");
        }
        return String.format(Locale.ROOT, "%s %,d (0 targets over a border, %,d look-backs reach into an earlier part)", name, windows.count(), back)
                .replace("(0 targets", "(" + over + " targets");
    }
}
