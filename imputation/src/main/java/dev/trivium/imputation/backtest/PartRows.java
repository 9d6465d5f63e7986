package dev.trivium.imputation.backtest;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.split.Segment;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.Part;
import dev.trivium.evaluation.audit.RowPart;
import dev.trivium.evaluation.audit.SeriesRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of a split as an audit sees them. */
final class PartRows {

    private final Split split;
    private final Map<RowPart, View> views = new LinkedHashMap<>();

    PartRows(Split split) {
        this.split = split;
        views.put(RowPart.TRAIN, split.train());
        views.put(RowPart.VALIDATION, split.validation());
        split.calibration().ifPresent(view -> views.put(RowPart.CALIBRATION, view));
        views.put(RowPart.TEST, split.test());
    }

    List<Part> parts() {
        return views.entrySet().stream().map(entry -> new Part(entry.getKey().name().toLowerCase(Locale.ROOT), entry.getValue().rows(), "rows",
                span(entry.getValue()))).toList();
    }

    private String span(View view) {
        TimeAxis time = split.whole().time();
        return view.segments().stream().map(run -> time.label(run.from()) + " … " + time.label(run.to() - 1)).collect(Collectors.joining(", "));
    }

    /** {@return whether a row is in two parts, or a part shows rows of the test} */
    Check disjoint() {
        List<String> found = new ArrayList<>();
        RowPart[] parts = new RowPart[split.whole().length()];
        views.forEach((part, view) -> {
            for (Segment run : view.segments()) {
                for (int t = run.from(); t < run.to(); t++) {
                    if (parts[t] != null && found.size() < 3) {
                        found.add("row " + t + " is in " + parts[t] + " and " + part);
                    }
                    parts[t] = part;
                }
            }
        });
        int rows = views.values().stream().mapToInt(View::rows).sum();
        return Check.of(CheckName.PARTS, String.format(Locale.ROOT, "%,d rows in %d parts, each in one of them", rows, views.size()), found);
    }

    /**
     * {@return all rows with their parts}
     *
     * @param whole the split series, with hidden cells or without
     */
    SeriesRows rows(SeriesSet whole) {
        RowPart[] parts = new RowPart[whole.length()];
        Arrays.fill(parts, RowPart.NONE);
        views.forEach((part, view) -> view.segments().forEach(run -> Arrays.fill(parts, run.from(), run.to(), part)));
        return SeriesRows.of(whole.names(), whole.toArray(), Arrays.asList(parts), whole.time()::label);
    }
}
