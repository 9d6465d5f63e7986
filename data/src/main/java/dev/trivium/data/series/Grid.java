package dev.trivium.data.series;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/** An endless regular grid of time stamps with a first one; {@link TimeAxis} is a stretch of it. */
sealed interface Grid {

    /** The grid that starts {@code k} steps later. */
    Grid from(long k);

    /** The step as a person would say it. */
    String stepText();

    /** The stamp {@code k} steps after the first. */
    Optional<ZonedDateTime> at(long k);

    /** Whether every stamp is a midnight, so that the date alone says it. */
    boolean datesOnly();

    /** Equal steps of real time; a day of 24 h, whatever the clocks do. */
    record Fixed(Instant start, Duration step, ZoneId zone) implements Grid {

        public Fixed {
            if (step.isZero() || step.isNegative()) {
                throw new IllegalArgumentException("step must be positive, got " + step);
            }
            zone = zone.normalized();
        }

        Instant instant(long k) {
            return start.plus(step.multipliedBy(k));
        }

        @Override
        public Grid from(long k) {
            return new Fixed(instant(k), step, zone);
        }

        @Override
        public String stepText() {
            return StepText.of(step);
        }

        @Override
        public Optional<ZonedDateTime> at(long k) {
            return Optional.of(instant(k).atZone(zone));
        }

        @Override
        public boolean datesOnly() {
            return zone.getRules().isFixedOffset() && isMidnight(start.atZone(zone).toLocalDateTime())
                    && step.equals(Duration.ofDays(step.toDays()));
        }
    }

    /** Calendar days at one time of the wall clock: 23, 24 or 25 h apart where the clocks change. */
    record Days(LocalDateTime start, int days, ZoneId zone) implements Grid {

        public Days {
            requirePositive("days", days);
            zone = zone.normalized();
        }

        @Override
        public Grid from(long k) {
            return new Days(start.plusDays(Math.multiplyExact(k, (long) days)), days, zone);
        }

        @Override
        public String stepText() {
            return StepText.of(Duration.ofDays(days));
        }

        @Override
        public Optional<ZonedDateTime> at(long k) {
            return Optional.of(start.plusDays(Math.multiplyExact(k, (long) days)).atZone(zone));
        }

        @Override
        public boolean datesOnly() {
            return isMidnight(start);
        }
    }

    /** Calendar months on one day of the month, or on the last day of a month that has no such day. */
    record Months(LocalDateTime start, int months, int day, ZoneId zone) implements Grid {

        public Months {
            requirePositive("months", months);
            if (day < 1 || day > 31 || start.getDayOfMonth() != dayIn(YearMonth.from(start), day)) {
                throw new IllegalArgumentException(
                        "day must be in [1, 31] and agree with the start " + start + ", got " + day);
            }
            zone = zone.normalized();
        }

        private LocalDateTime local(long k) {
            YearMonth month = YearMonth.from(start).plusMonths(Math.multiplyExact(k, (long) months));
            return month.atDay(dayIn(month, day)).atTime(start.toLocalTime());
        }

        @Override
        public Grid from(long k) {
            return new Months(local(k), months, day, zone);
        }

        @Override
        public String stepText() {
            return months % 12 == 0 ? StepText.count(months / 12, "year") : StepText.count(months, "month");
        }

        @Override
        public Optional<ZonedDateTime> at(long k) {
            return Optional.of(local(k).atZone(zone));
        }

        @Override
        public boolean datesOnly() {
            return isMidnight(start);
        }

        static int dayIn(YearMonth month, int day) {
            return Math.min(day, month.lengthOfMonth());
        }
    }

    /** Monday to Friday at one time of the wall clock. */
    record BusinessDays(LocalDateTime start, ZoneId zone) implements Grid {

        public BusinessDays {
            if (start.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
                throw new IllegalArgumentException("start must be a day from Monday to Friday, got " + start
                        + ", a " + start.getDayOfWeek().name().toLowerCase(Locale.ROOT));
            }
            zone = zone.normalized();
        }

        private LocalDateTime local(long k) {
            long fromMonday = Math.addExact(k, start.getDayOfWeek().getValue() - 1);
            LocalDate monday = start.toLocalDate().minusDays(start.getDayOfWeek().getValue() - 1L);
            LocalDate date = monday.plusWeeks(Math.floorDiv(fromMonday, 5L)).plusDays(Math.floorMod(fromMonday, 5L));
            return date.atTime(start.toLocalTime());
        }

        @Override
        public Grid from(long k) {
            return new BusinessDays(local(k), zone);
        }

        @Override
        public String stepText() {
            return "1 business day";
        }

        @Override
        public Optional<ZonedDateTime> at(long k) {
            return Optional.of(local(k).atZone(zone));
        }

        @Override
        public boolean datesOnly() {
            return isMidnight(start);
        }
    }

    /** Plain integers. */
    record Index(long start, long step) implements Grid {

        public Index {
            if (step < 1) {
                throw new IllegalArgumentException("step must be at least 1, got " + step);
            }
        }

        long number(long k) {
            return Math.addExact(start, Math.multiplyExact(k, step));
        }

        @Override
        public Grid from(long k) {
            return new Index(number(k), step);
        }

        @Override
        public String stepText() {
            return Long.toString(step);
        }

        @Override
        public Optional<ZonedDateTime> at(long k) {
            return Optional.empty();
        }

        @Override
        public boolean datesOnly() {
            return false;
        }
    }

    private static boolean isMidnight(LocalDateTime time) {
        return time.toLocalTime().toNanoOfDay() == 0;
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }
}
