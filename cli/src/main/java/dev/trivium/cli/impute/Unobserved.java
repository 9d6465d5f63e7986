package dev.trivium.cli.impute;

import dev.trivium.cli.terminal.Report;
import dev.trivium.data.series.SeriesSet;
import java.util.List;
import java.util.stream.IntStream;

/** Series without a single observed value. */
final class Unobserved {

    private Unobserved() {}

    /** Says which series have no observed value in a run of rows: what fills them can be checked against nothing. */
    static Report note(Report report, SeriesSet series, int from, int to, String rows) {
        List<String> names = IntStream.range(0, series.width())
                .filter(s -> IntStream.range(from, to).noneMatch(t -> series.observed(t, s))).mapToObj(series.names()::get).toList();
        return names.isEmpty() ? report : report.row("note", "no observed value in " + rows + ": " + String.join(", ", names)
                + "; such a series is filled by the level of the others, and its intervals were checked on the others only; --columns leaves it out");
    }
}
