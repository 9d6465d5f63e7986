package dev.trivium.data.importer;

import dev.trivium.data.importer.LogFiles.Line;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Records with a local date and time, laid out on an axis of equal steps. The zone is not stated in these logs: stamps are shown as UTC. */
final class Stamped {

    private final DateTimeFormatter form;
    private final String pattern;
    private final long step;
    private final CellTable cells = new CellTable();
    private long repeated;

    /** Stamps written as {@code pattern}, {@code uuuu} for the year; steps in seconds. */
    Stamped(String pattern, long step) {
        this.form = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        this.pattern = pattern;
        this.step = step;
    }

    long row(Line line, String stamp) throws ImportException {
        try {
            long seconds = LocalDateTime.parse(stamp, form).toEpochSecond(ZoneOffset.UTC);
            if (seconds % step == 0) {
                return seconds / step;
            }
        } catch (DateTimeException e) {
            // refused below
        }
        throw line.error("the time stamp must be " + pattern + " and a multiple of " + step + " s, got " + stamp);
    }

    /** Adds a value as written; one of these texts, or none, is a gap. Returns whether the cell was free. */
    boolean put(Line line, long row, Variable column, String text, List<String> missing) throws ImportException {
        boolean gap = text.isEmpty() || missing.contains(text);
        return cells.put(row, column, gap ? Double.NaN : line.number(column.name(), text));
    }

    void repeated() {
        repeated++;
    }

    Imported finish(Path path, boolean sorted, Optional<String> what) throws ImportException {
        if (cells.isEmpty()) {
            throw new ImportException(path.toString(), "must hold a record, got none");
        }
        TimeAxis time = TimeAxis.every(Duration.ofSeconds(step), Instant.ofEpochSecond(cells.first() * step), ZoneOffset.UTC,
                cells.length(path.toString()));
        SeriesSet series = sorted ? cells.sorted(time) : cells.on(time);
        List<String> notes = new ArrayList<>();
        if (repeated > 0) {
            notes.add(repeated + " records of " + what.orElse("a time stamp") + " that had come gave way to the first");
        }
        return new Imported(series, notes);
    }
}
