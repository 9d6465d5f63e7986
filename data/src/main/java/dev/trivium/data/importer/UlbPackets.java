package dev.trivium.data.importer;

import dev.trivium.data.importer.LogFiles.Line;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The rows of the ULB logs: one for each sequence number, which every mote raises once a minute. */
final class UlbPackets {

    private static final long MINUTE = 60_000;

    private final CellTable cells = new CellTable();
    private long origin = Long.MAX_VALUE;
    private long repeated;
    private long odd;
    private long blank;

    /** Splits a line at its spaces; {@code null}-free: an empty line gives no fields. */
    String[] fields(Line line, int count) throws ImportException {
        if (line.text().isBlank()) {
            blank++;
            return new String[0];
        }
        String[] fields = line.text().strip().split(" ");
        if (fields.length != count) {
            throw line.error("must have " + count + " fields between single spaces, got " + fields.length);
        }
        return fields;
    }

    /** The sequence number, without the byte that stands after its thousands in some files. */
    long sequence(Line line, String field) throws ImportException {
        String digits = field.replace("\u00a0", "").replace("\u00ff", "");
        odd += digits.length() < field.length() ? 1 : 0;
        return line.whole("the sequence number", digits, 0, 99_999_999);
    }

    long arrival(Line line, String field) throws ImportException {
        return line.whole("the time stamp", field, 0, 4_000_000_000_000L);
    }

    boolean put(long arrival, long sequence, Variable column, double value) {
        origin = Math.min(origin, arrival - sequence * MINUTE);
        return cells.put(sequence, column, value);
    }

    void repeated() {
        repeated++;
    }

    Imported finish(Path path, String what) throws ImportException {
        if (cells.isEmpty()) {
            throw new ImportException(path.toString(), "must hold a packet, got none");
        }
        Instant start = Instant.ofEpochMilli(origin + cells.first() * MINUTE).truncatedTo(ChronoUnit.MINUTES);
        TimeAxis time = TimeAxis.every(Duration.ofMinutes(1), start, ZoneOffset.UTC, cells.length(path.toString()));
        SeriesSet series = cells.sorted(time);
        List<String> notes = new ArrayList<>();
        if (repeated > 0) {
            notes.add(repeated + " " + what + " of a mote and sequence number that had come were dropped");
        }
        if (odd > 0) {
            notes.add(odd + " sequence numbers were read without the byte 0xA0 or 0xFF inside them");
        }
        if (blank > 0) {
            notes.add(blank + " blank lines were skipped");
        }
        return new Imported(series, notes);
    }
}
