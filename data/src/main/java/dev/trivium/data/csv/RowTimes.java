package dev.trivium.data.csv;

import dev.trivium.data.series.TimeAxis;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns the stamps of rows into moments, checks that they go forward, and finds their axis. */
final class RowTimes {

    private static final long HOUR = 3_600_000_000L;

    private final CsvFile file;
    private final Stamps stamps;
    private final Optional<ZoneId> stated;
    private final LongList lines;
    private final List<String> notes;

    RowTimes(CsvFile file, Stamps stamps, Optional<ZoneId> stated, LongList lines) {
        this.file = file;
        this.stamps = stamps;
        this.stated = stated;
        this.lines = lines;
        this.notes = new ArrayList<>(stamps.notes());
    }

    List<String> notes() {
        return notes;
    }

    /** The axis of rows that are in order. */
    AxisFinder.Found ofRows() throws CsvFormatException {
        long[] moments = moments(new int[lines.size()], 1);
        return find(moments, moments);
    }

    /** The axis of rows of several series, each in order: {@code positions} are those of the rows. */
    AxisFinder.Found ofSeries(int[] ids, int count) throws CsvFormatException {
        long[] moments = moments(ids, count);
        long[] distinct = Arrays.stream(moments).sorted().distinct().toArray();
        AxisFinder.Found found = find(distinct, moments);
        int[] positions = new int[moments.length];
        for (int i = 0; i < moments.length; i++) {
            positions[i] = found.positions()[Arrays.binarySearch(distinct, moments[i])];
        }
        return new AxisFinder.Found(found.axis(), positions);
    }

    /** The axis that starts with the first stamp and takes one step a row, whatever the other stamps say. */
    AxisFinder.Found ofFirst() throws CsvFormatException {
        long[] moments = unordered();
        long step = moments.length < 2 ? 0 : AxisFinder.mostFrequentDifference(moments);
        if (step <= 0) {
            throw file.error("must have at least 2 rows in order of time to find the step, got " + moments.length + " rows");
        }
        int wrong = 0;
        long firstWrong = 0;
        int[] positions = new int[moments.length];
        for (int i = 0; i < moments.length; i++) {
            positions[i] = i;
            if (moments[i] != moments[0] + i * step && wrong++ == 0) {
                firstWrong = lines.get(i);
            }
        }
        TimeAxis axis = stamps.integers() ? TimeAxis.index(moments[0], step, moments.length)
                : TimeAxis.every(Duration.ofNanos(step * 1_000), Stamp.instant(moments[0]), zone(), moments.length);
        if (wrong > 0) {
            notes.add("the stamps of " + wrong + " rows are not those of the axis from the first stamp by " + axis.stepText()
                    + "; the first is in line " + firstWrong);
        }
        return new AxisFinder.Found(axis, positions);
    }

    private AxisFinder.Found find(long[] increasing, long[] moments) throws CsvFormatException {
        AxisFinder finder = new AxisFinder(file, increasing, i -> lines.get(indexOf(moments, increasing[i])));
        return stamps.integers() ? finder.integers() : finder.times(zone());
    }

    private static int indexOf(long[] values, long wanted) {
        int i = 0;
        while (values[i] != wanted) {
            i++;
        }
        return i;
    }

    private ZoneId zone() {
        return stated.or(stamps::offset).orElse(ZoneOffset.UTC);
    }

    /** Whether stamps are those of a wall clock in a zone that the user states. */
    private boolean wallClock() {
        return !stamps.integers() && stamps.offset().isEmpty() && stated.isPresent();
    }

    private long[] unordered() throws CsvFormatException {
        long[] values = stamps.values().clone();
        if (wallClock()) {
            LocalClock clock = new LocalClock(file, stated.orElseThrow());
            for (int i = 0; i < values.length; i++) {
                values[i] = clock.moment(values[i], i == 0 ? Long.MIN_VALUE : values[i - 1], lines.get(i));
            }
            notes.addAll(clock.notes());
        }
        return values;
    }

    private long[] moments(int[] ids, int count) throws CsvFormatException {
        long[] values = stamps.values();
        Optional<LocalClock> clock = wallClock() ? Optional.of(new LocalClock(file, stated.orElseThrow())) : Optional.empty();
        int[] previous = new int[count]; // row + 1 of the last row of each series
        for (int i = 0; i < values.length; i++) {
            int before = previous[ids[i]] - 1;
            long last = before < 0 ? Long.MIN_VALUE : values[before];
            if (clock.isPresent()) {
                values[i] = clock.get().moment(values[i], last, lines.get(i));
            }
            if (before >= 0 && values[i] <= last) {
                throw notForward(values[i], last, lines.get(i), lines.get(before));
            }
            previous[ids[i]] = i + 1;
        }
        clock.ifPresent(used -> notes.addAll(used.notes()));
        return values;
    }

    private CsvFormatException notForward(long moment, long last, long line, long lastLine) {
        boolean clockBack = !stamps.integers() && stamps.offset().isEmpty() && stated.isEmpty() && last - moment <= HOUR
                && Stamp.local(Stamp.instant(moment)).getDayOfWeek() == DayOfWeek.SUNDAY;
        String hint = clockBack ? "; if clocks went back here, name their zone with --zone"
                : "; if every row is one step after the one before, say --time-rule first-stamp";
        if (moment == last) {
            return file.error(line, "duplicate time stamp " + text(moment) + ", also in line " + lastLine + hint);
        }
        return file.error(line, "time stamp " + text(moment) + " is before " + text(last) + " in line " + lastLine
                + "; rows must go forward in time" + hint);
    }

    private String text(long moment) {
        return stamps.integers() ? Long.toString(moment) : Stamp.text(Stamp.micros(LocalDateTime.ofInstant(Stamp.instant(moment), zone())));
    }
}
