package dev.trivium.data.csv;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns stamps of a wall clock into moments. An hour that the clocks skip in spring has no stamps, and a stamp in it is refused. An hour
 * that they repeat in autumn is told apart by the order of the rows: the first pass is summer time, the second winter time.
 */
final class LocalClock {

    private final CsvFile file;
    private final ZoneId zone;
    private final ZoneRules rules;
    private final long fixedOffset;
    private final List<String> notes = new ArrayList<>();
    private int repeated;

    LocalClock(CsvFile file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
        rules = zone.getRules();
        fixedOffset = rules.isFixedOffset() ? micros(rules.getOffset(Instant.EPOCH)) : 0;
    }

    /**
     * The moment of a stamp, in microseconds.
     *
     * @param previous the moment of the row before, {@link Long#MIN_VALUE} for the first
     */
    long moment(long local, long previous, long line) throws CsvFormatException {
        if (rules.isFixedOffset()) {
            return local - fixedOffset;
        }
        LocalDateTime time = Stamp.local(Stamp.instant(local));
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        if (offsets.isEmpty()) {
            var skipped = rules.getTransition(time);
            throw file.error(line, Stamp.text(local) + " does not exist in " + zone + ": clocks went from "
                    + skipped.getDateTimeBefore() + " to " + skipped.getDateTimeAfter() + "; check --zone");
        }
        long moment = local - micros(offsets.get(0));
        if (offsets.size() == 1) {
            return moment;
        }
        if (moment <= previous) {
            moment = local - micros(offsets.get(1));
        }
        if (repeated++ == 0) {
            notes.add("line " + line + ": " + Stamp.text(local) + " happened twice in " + zone
                    + "; in such hours the first rows are read as summer time, repeated ones as winter time");
        }
        return moment;
    }

    List<String> notes() {
        return notes;
    }

    private static long micros(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1_000_000L;
    }
}
