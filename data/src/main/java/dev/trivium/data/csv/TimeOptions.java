package dev.trivium.data.csv;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How to read the time of a row.
 *
 * @param rule    where the axis comes from
 * @param columns the time column, or several whose texts are joined with a blank (a date and a time of day); empty: find it
 * @param format  {@code day-first} or {@code month-first} (for 01/02/2020), {@code year-first}, {@code integer}, {@code unix} (seconds),
 *                {@code unix-ms}, or a pattern of {@link java.time.format.DateTimeFormatter}; empty: find it
 * @param zone    the zone of stamps that do not state one, and the zone in which stamps are shown; empty: UTC, or the offset that all
 *                stamps state
 */
public record TimeOptions(TimeRule rule, List<String> columns, Optional<String> format, Optional<ZoneId> zone) {

    /** Checks the format, and that nothing is said about stamps that are not read. */
    public TimeOptions {
        columns = List.copyOf(columns);
        if (rule == TimeRule.ROW_NUMBERS && (!columns.isEmpty() || format.isPresent() || zone.isPresent())) {
            throw new IllegalArgumentException("columns, format and zone must not be given when rows are numbered, got " + columns + ", "
                    + format.orElse("no format") + ", " + zone.map(ZoneId::getId).orElse("no zone"));
        }
        format.ifPresent(StampReading::named); // refuses a bad pattern
    }

    /** {@return everything to be found in the file} */
    public static TimeOptions defaults() {
        return new TimeOptions(TimeRule.STAMPS, List.of(), Optional.empty(), Optional.empty());
    }
}
