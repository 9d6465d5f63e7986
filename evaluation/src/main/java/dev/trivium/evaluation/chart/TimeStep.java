package dev.trivium.evaluation.chart;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/**
 * A distance between time labels, starting at whole multiples of itself in local time.
 *
 * @param unit   seconds, minutes, hours, days, weeks, months or years
 * @param amount how many of them
 */
record TimeStep(ChronoUnit unit, int amount) {

    /** All steps in use, shortest first. */
    static final List<TimeStep> ALL = List.of(
            seconds(1), seconds(2), seconds(5), seconds(10), seconds(30),
            minutes(1), minutes(2), minutes(5), minutes(10), minutes(30),
            hours(1), hours(2), hours(3), hours(6), hours(12),
            of(ChronoUnit.DAYS, 1), of(ChronoUnit.DAYS, 2), of(ChronoUnit.WEEKS, 1), of(ChronoUnit.WEEKS, 2),
            of(ChronoUnit.MONTHS, 1), of(ChronoUnit.MONTHS, 2), of(ChronoUnit.MONTHS, 3), of(ChronoUnit.MONTHS, 6),
            of(ChronoUnit.YEARS, 1), of(ChronoUnit.YEARS, 2), of(ChronoUnit.YEARS, 5), of(ChronoUnit.YEARS, 10),
            of(ChronoUnit.YEARS, 20), of(ChronoUnit.YEARS, 50), of(ChronoUnit.YEARS, 100), of(ChronoUnit.YEARS, 500));

    private static TimeStep seconds(int amount) {
        return of(ChronoUnit.SECONDS, amount);
    }

    private static TimeStep minutes(int amount) {
        return of(ChronoUnit.MINUTES, amount);
    }

    private static TimeStep hours(int amount) {
        return of(ChronoUnit.HOURS, amount);
    }

    private static TimeStep of(ChronoUnit unit, int amount) {
        return new TimeStep(unit, amount);
    }

    double seconds() {
        return unit.getDuration().toSeconds() * (double) amount;
    }

    /** {@return the last multiple of this step at or before a time} */
    LocalDateTime floor(LocalDateTime time) {
        LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (unit) {
            case SECONDS, MINUTES, HOURS -> {
                long step = (long) seconds();
                yield day.plusSeconds(time.toLocalTime().toSecondOfDay() / step * step);
            }
            case DAYS -> day.minusDays(Math.floorMod(day.toLocalDate().toEpochDay(), (long) amount));
            case WEEKS -> {
                LocalDateTime monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield monday.minusWeeks(Math.floorMod(Math.floorDiv(monday.toLocalDate().toEpochDay(), 7L), (long) amount));
            }
            case MONTHS -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % amount);
            default -> day.withDayOfYear(1).minusYears(Math.floorMod(day.getYear(), amount));
        };
    }

    LocalDateTime next(LocalDateTime time) {
        return time.plus(amount, unit);
    }

    String label(LocalDateTime time) {
        return switch (unit) {
            case SECONDS -> text(time, "HH:mm:ss");
            case MINUTES, HOURS -> text(time, "HH:mm");
            case DAYS, WEEKS -> text(time, "d MMM");
            case MONTHS -> text(time, "MMM");
            default -> text(time, "uuuu");
        };
    }

    /** {@return what the label leaves out: the date of a time, the year of a date} */
    String context(LocalDateTime time) {
        return switch (unit) {
            case SECONDS, MINUTES, HOURS -> text(time, "d MMM uuuu");
            case DAYS, WEEKS, MONTHS -> text(time, "uuuu");
            default -> "";
        };
    }

    private static String text(LocalDateTime time, String pattern) {
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)); // Locale.ROOT names July "M07"
    }
}
