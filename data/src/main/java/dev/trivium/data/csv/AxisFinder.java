package dev.trivium.data.csv;

import dev.trivium.data.series.TimeAxis;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Finds the regular axis behind increasing stamps: its step is the most frequent difference, as a calendar step where the dates say so
 * (months, business days, days of a clock that changes), and every stamp must lie on it.
 */
final class AxisFinder {

    private static final long HOUR = 3_600_000_000L;
    private static final int MOST_GROWTH = 10;

    private final CsvFile file;
    private final long[] stamps; // increasing; microseconds or integers
    private final IntToLongFunction lineOf;

    /** An axis, and where on it each stamp lies. */
    record Found(TimeAxis axis, int[] positions) {}

    AxisFinder(CsvFile file, long[] stamps, IntToLongFunction lineOf) {
        this.file = file;
        this.stamps = stamps;
        this.lineOf = lineOf;
    }

    Found integers() throws CsvFormatException {
        long step = frequentStep();
        int[] positions = onGrid(step, Long::toString, Long.toString(step), "");
        return new Found(TimeAxis.index(stamps[0], step, length(positions, Long.toString(step))), positions);
    }

    Found times(ZoneId zone) throws CsvFormatException {
        long step = frequentStep();
        if (step >= 23 * HOUR) {
            LocalDateTime[] locals = Arrays.stream(stamps).mapToObj(t -> LocalDateTime.ofInstant(Stamp.instant(t), zone))
                    .toArray(LocalDateTime[]::new);
            if (Arrays.stream(locals).allMatch(time -> time.toLocalTime().equals(locals[0].toLocalTime()))) {
                return calendar(locals, step, zone);
            }
        }
        return fixed(step, zone);
    }

    private Found fixed(long step, ZoneId zone) throws CsvFormatException {
        Duration duration = Duration.ofNanos(Math.multiplyExact(step, 1_000L));
        TimeAxis one = TimeAxis.every(duration, Stamp.instant(stamps[0]), zone, 1);
        String hint = zone.getRules().isFixedOffset() ? "" : "; leave --zone out if the step is meant by a clock that changes";
        int[] positions = onGrid(step, t -> Stamp.text(Stamp.micros(LocalDateTime.ofInstant(Stamp.instant(t), zone))), one.stepText(), hint);
        return new Found(TimeAxis.every(duration, Stamp.instant(stamps[0]), zone, length(positions, one.stepText())), positions);
    }

    private Found calendar(LocalDateTime[] locals, long step, ZoneId zone) throws CsvFormatException {
        if (step >= 28 * 24 * HOUR) {
            int day = dayOfMonth(locals);
            if (day > 0) {
                return months(locals, day, zone);
            }
        }
        long[] days = Arrays.stream(locals).mapToLong(time -> time.toLocalDate().toEpochDay()).toArray();
        long daily = mostFrequentDifference(days);
        if (daily == 1 && weekendsAreFree(locals)) {
            long monday = locals[0].toLocalDate().with(DayOfWeek.MONDAY).toEpochDay();
            long[] working = Arrays.stream(days).map(day -> Math.floorDiv(day - monday, 7L) * 5 + Math.floorMod(day - monday, 7L)).toArray();
            int[] positions = positions(working, 1, "1 business day");
            return new Found(TimeAxis.businessDays(locals[0], zone, length(positions, "1 business day")), positions);
        }
        if (zone.getRules().isFixedOffset()) {
            return fixed(step, zone);
        }
        String text = TimeAxis.days((int) daily, locals[0], zone, 1).stepText();
        int[] positions = positions(days, daily, text);
        return new Found(TimeAxis.days((int) daily, locals[0], zone, length(positions, text)), positions);
    }

    private Found months(LocalDateTime[] locals, int day, ZoneId zone) throws CsvFormatException {
        long[] months = Arrays.stream(locals).mapToLong(time -> time.getYear() * 12L + time.getMonthValue()).toArray();
        int step = (int) mostFrequentDifference(months);
        String text = TimeAxis.months(step, locals[0], day, zone, 1).stepText();
        int[] positions = positions(months, step, text);
        return new Found(TimeAxis.months(step, locals[0], day, zone, length(positions, text)), positions);
    }

    /** The day that all stamps share, counting the last day of a short month as every later one; 0 if there is none. */
    private static int dayOfMonth(LocalDateTime[] locals) {
        boolean ends = true;
        int day = 0;
        for (LocalDateTime time : locals) {
            ends &= time.getDayOfMonth() == YearMonth.from(time).lengthOfMonth();
            day = Math.max(day, time.getDayOfMonth());
        }
        if (ends) {
            return 31;
        }
        for (LocalDateTime time : locals) {
            if (time.getDayOfMonth() != Math.min(day, YearMonth.from(time).lengthOfMonth())) {
                return 0;
            }
        }
        return day;
    }

    private static boolean weekendsAreFree(LocalDateTime[] locals) {
        boolean acrossWeekend = false;
        for (int i = 0; i < locals.length; i++) {
            LocalDate date = locals[i].toLocalDate();
            if (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
                return false;
            }
            acrossWeekend |= i > 0 && date.with(DayOfWeek.MONDAY).isAfter(locals[i - 1].toLocalDate());
        }
        return acrossWeekend;
    }

    private long frequentStep() throws CsvFormatException {
        if (stamps.length < 2) {
            throw file.error("must have at least 2 rows to find the step of the time axis, got " + stamps.length);
        }
        return mostFrequentDifference(stamps);
    }

    /** The most frequent difference, the smallest of equally frequent ones. */
    static long mostFrequentDifference(long[] increasing) {
        long[] differences = new long[increasing.length - 1];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = increasing[i + 1] - increasing[i];
        }
        Arrays.sort(differences);
        long best = differences[0];
        int most = 0;
        for (int i = 0, start = 0; i < differences.length; i++) {
            if (differences[i] != differences[start]) {
                start = i;
            }
            if (i - start + 1 > most && differences[i] > 0) {
                most = i - start + 1;
                best = differences[i];
            }
        }
        return best;
    }

    private interface StampNames {
        String of(long stamp);
    }

    private int[] onGrid(long step, StampNames names, String stepText, String hint) throws CsvFormatException {
        for (int i = 0; i < stamps.length; i++) {
            long off = (stamps[i] - stamps[0]) % step;
            if (off != 0) {
                throw file.error(lineOf.applyAsLong(i), names.of(stamps[i]) + " is off the time axis, which starts at " + names.of(stamps[0])
                        + " and has the step " + stepText + ", the most frequent one: it lies between " + names.of(stamps[i] - off) + " and "
                        + names.of(stamps[i] - off + step) + hint);
            }
        }
        return positions(stamps, step, stepText);
    }

    private int[] positions(long[] values, long step, String stepText) throws CsvFormatException {
        int[] positions = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            long distance = values[i] - values[0];
            if (distance % step != 0) {
                throw file.error(lineOf.applyAsLong(i), Stamp.text(stamps[i]) + " is off the time axis, which starts at "
                        + Stamp.text(stamps[0]) + " and has the step " + stepText + ", the most frequent one");
            }
            positions[i] = (int) Math.min(Integer.MAX_VALUE, distance / step);
        }
        return positions;
    }

    private int length(int[] positions, String stepText) throws CsvFormatException {
        long rows = positions[positions.length - 1] + 1L;
        if (rows > (long) MOST_GROWTH * positions.length) {
            int widest = 1;
            for (int i = 1; i < positions.length; i++) {
                widest = positions[i] - positions[i - 1] > positions[widest] - positions[widest - 1] ? i : widest;
            }
            throw file.error(lineOf.applyAsLong(widest), "gaps must not make the table more than " + MOST_GROWTH + " times as long: at the step "
                    + stepText + ", the most frequent one, " + positions.length + " rows would become " + rows + "; the widest gap ends here");
        }
        return (int) rows;
    }
}
