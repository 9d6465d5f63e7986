package dev.trivium.data.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * Regular time axis: a first stamp and equal steps from it.
 *
 * <p>Five kinds: a fixed duration, calendar days, calendar months (also years), business days (Monday to Friday), and a plain integer index.
 * A duration of 24 h and one calendar day differ only where clocks change: the first follows real time, the second the wall clock.
 * Two axes are equal when they have the same kind, start, step, zone and length.
 */
public final class TimeAxis {

    private final Grid grid;
    private final int length;

    private TimeAxis(Grid grid, int length) {
        if (length < 0) {
            throw new IllegalArgumentException("length must not be negative, got " + length);
        }
        this.grid = grid;
        this.length = length;
    }

    /** {@return an axis of equal steps of real time; the zone is the one stamps are shown in} */
    public static TimeAxis every(Duration step, Instant start, ZoneId zone, int length) {
        return new TimeAxis(new Grid.Fixed(start, step, zone), length);
    }

    /** {@return an axis of calendar days at one time of the wall clock; 7 for weeks} */
    public static TimeAxis days(int days, LocalDateTime start, ZoneId zone, int length) {
        return new TimeAxis(new Grid.Days(start, days, zone), length);
    }

    /** {@return an axis of calendar months on the day of the month of the start; 12 for years} */
    public static TimeAxis months(int months, LocalDateTime start, ZoneId zone, int length) {
        return months(months, start, start.getDayOfMonth(), zone, length);
    }

    /**
     * {@return an axis of calendar months on a stated day, or on the last day of a month that is too short for it}
     *
     * @param day day of the month, 31 for the end of every month; the start must lie on it
     */
    public static TimeAxis months(int months, LocalDateTime start, int day, ZoneId zone, int length) {
        return new TimeAxis(new Grid.Months(start, months, day, zone), length);
    }

    /** {@return an axis of the days from Monday to Friday at one time of the wall clock; holidays are not known} */
    public static TimeAxis businessDays(LocalDateTime start, ZoneId zone, int length) {
        return new TimeAxis(new Grid.BusinessDays(start, zone), length);
    }

    /** {@return an axis of integers} */
    public static TimeAxis index(long start, long step, int length) {
        return new TimeAxis(new Grid.Index(start, step), length);
    }

    /** {@return the number of stamps} */
    public int length() {
        return length;
    }

    /** {@return the stamps {@code [from, to)} as an axis of their own} */
    public TimeAxis slice(int from, int to) {
        if (from < 0 || to < from || to > length) {
            throw new IllegalArgumentException("rows must lie in [0, " + length + "], got [" + from + ", " + to + ")");
        }
        return new TimeAxis(grid.from(from), to - from);
    }

    /** {@return the {@code n} stamps that follow the last one: those of a forecast} */
    public TimeAxis after(int n) {
        return new TimeAxis(grid.from(length), n);
    }

    /** {@return this axis with the {@code n} stamps that follow it} */
    public TimeAxis longerBy(int n) {
        return new TimeAxis(grid, Math.addExact(length, n));
    }

    /** {@return whether this axis begins one step after the last stamp of an earlier axis of the same kind} */
    public boolean continues(TimeAxis earlier) {
        return equals(earlier.after(length));
    }

    /**
     * {@return stamp {@code i} as text: an ISO date where every stamp is a midnight, else an ISO local date and time in the zone of the
     * axis, or the integer}
     */
    public String label(int i) {
        check(i);
        if (grid instanceof Grid.Index index) {
            return Long.toString(index.number(i));
        }
        return StampText.local(grid.at(i).orElseThrow().toLocalDateTime(), grid.datesOnly());
    }

    /** {@return stamp {@code i} as a moment; empty for an integer index} */
    public Optional<Instant> instant(int i) {
        return dateTime(i).map(ZonedDateTime::toInstant);
    }

    /** {@return stamp {@code i} in the zone of the axis; empty for an integer index} */
    public Optional<ZonedDateTime> dateTime(int i) {
        check(i);
        return grid.at(i);
    }

    /** {@return the zone that stamps are shown in; empty for an integer index} */
    public Optional<ZoneId> zone() {
        return grid.at(0).map(ZonedDateTime::getZone);
    }

    /** {@return the step where it is a fixed span of time; empty for calendar steps and for an integer index} */
    public Optional<Duration> step() {
        return grid instanceof Grid.Fixed fixed ? Optional.of(fixed.step()) : Optional.empty();
    }

    /** {@return the step in words, for example {@code "15 min"}, {@code "1 h"}, {@code "1 month"}, {@code "1 business day"} or {@code "1"}} */
    public String stepText() {
        return grid.stepText();
    }

    /** {@return the axis as plain texts and numbers, for a file; {@link #parse} is its inverse} */
    public Map<String, Object> describe() {
        return AxisDescription.of(grid, length);
    }

    /**
     * Reads what {@link #describe} wrote.
     *
     * @throws IllegalArgumentException if an entry is missing, unknown or wrong; the message names it
     */
    public static TimeAxis parse(Map<String, Object> description) {
        AxisDescription read = new AxisDescription(description);
        return new TimeAxis(read.grid(), read.length());
    }

    private void check(int i) {
        if (i < 0 || i >= length) {
            throw new IllegalArgumentException("i must be in [0, " + length + "), got " + i);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeAxis axis && length == axis.length && grid.equals(axis.grid);
    }

    @Override
    public int hashCode() {
        return 31 * grid.hashCode() + length;
    }

    @Override
    public String toString() {
        return length == 0 ? "no stamps" : label(0) + " … " + label(length - 1) + " by " + stepText() + " (" + length + ")";
    }
}
