package dev.trivium.data.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeAxisTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    static List<TimeAxis> axes() {
        return List.of(
                TimeAxis.every(Duration.ofMinutes(10), START, ZoneOffset.UTC, 5),
                TimeAxis.every(Duration.ofMillis(100), START, BERLIN, 5),
                TimeAxis.days(1, LocalDateTime.of(2020, 3, 27, 0, 0), BERLIN, 5),
                TimeAxis.months(1, LocalDateTime.of(2020, 1, 31, 0, 0), ZoneOffset.UTC, 5),
                TimeAxis.months(3, LocalDateTime.of(2020, 2, 29, 12, 0), 31, BERLIN, 5),
                TimeAxis.businessDays(LocalDateTime.of(2020, 1, 2, 0, 0), ZoneOffset.UTC, 5),
                TimeAxis.index(-3, 2, 5));
    }

    private static List<String> labels(TimeAxis axis) {
        return IntStream.range(0, axis.length()).mapToObj(axis::label).toList();
    }

    @ParameterizedTest
    @MethodSource("axes")
    void whatFollowsASliceIsTheNextSlice(TimeAxis axis) {
        assertEquals(axis, axis.slice(0, 3).longerBy(axis.length() - 3));
        assertEquals(axis.slice(2, 5), axis.slice(0, 2).after(3));
        assertTrue(axis.slice(2, 5).continues(axis.slice(0, 2)));
        assertFalse(axis.slice(3, 5).continues(axis.slice(0, 2)));
        assertEquals(labels(axis).subList(1, 4), labels(axis.slice(1, 4)));
    }

    @ParameterizedTest
    @MethodSource("axes")
    void aDescriptionReadsBackAsTheSameAxis(TimeAxis axis) {
        assertEquals(axis, TimeAxis.parse(axis.describe()));
        assertEquals(axis.hashCode(), TimeAxis.parse(axis.describe()).hashCode());
        assertNotEquals(axis, axis.slice(0, 4));
    }

    @ParameterizedTest
    @MethodSource("axes")
    void aDescriptionWithAnUnknownEntryIsRefused(TimeAxis axis) {
        Map<String, Object> more = new HashMap<>(axis.describe());
        more.put("colour", "red");
        String message = assertThrows(IllegalArgumentException.class, () -> TimeAxis.parse(more)).getMessage();
        assertTrue(message.startsWith("time axis must not have the entry colour, got "), message);
    }

    @Test
    void labelsAreIsoTextsAndDatesAloneWhereEveryStampIsAMidnight() {
        assertEquals(List.of("2020-01-01T00:00:00", "2020-01-01T00:10:00"),
                labels(TimeAxis.every(Duration.ofMinutes(10), START, ZoneOffset.UTC, 2)));
        assertEquals(List.of("2020-01-01", "2020-01-02"), labels(TimeAxis.every(Duration.ofDays(1), START, ZoneOffset.UTC, 2)));
        assertEquals(List.of("2020-01-01T01:00:00", "2020-01-02T01:00:00"), labels(TimeAxis.every(Duration.ofDays(1), START, BERLIN, 2)));
        assertEquals(List.of("-3", "-1", "1"), labels(TimeAxis.index(-3, 2, 3)));
    }

    @Test
    void monthsKeepTheEndOfTheMonth() {
        assertEquals(List.of("2020-01-31", "2020-02-29", "2020-03-31", "2020-04-30"),
                labels(TimeAxis.months(1, LocalDateTime.of(2020, 1, 31, 0, 0), ZoneOffset.UTC, 4)));
        TimeAxis fromShortMonth = TimeAxis.months(1, LocalDateTime.of(2020, 2, 29, 0, 0), 31, ZoneOffset.UTC, 3);
        assertEquals(List.of("2020-02-29", "2020-03-31", "2020-04-30"), labels(fromShortMonth));
        assertEquals(List.of("2020-05-31", "2020-06-30"), labels(fromShortMonth.after(2)));
    }

    @Test
    void businessDaysSkipWeekends() {
        TimeAxis axis = TimeAxis.businessDays(LocalDateTime.of(2020, 1, 2, 0, 0), ZoneOffset.UTC, 4); // a Thursday
        assertEquals(List.of("2020-01-02", "2020-01-03", "2020-01-06", "2020-01-07"), labels(axis));
        assertEquals(List.of("2020-01-08", "2020-01-09", "2020-01-10", "2020-01-13"), labels(axis.after(4)));
        var e = assertThrows(IllegalArgumentException.class,
                () -> TimeAxis.businessDays(LocalDateTime.of(2020, 1, 4, 0, 0), ZoneOffset.UTC, 1));
        assertEquals("start must be a day from Monday to Friday, got 2020-01-04T00:00, a saturday", e.getMessage());
    }

    @Test
    void calendarDaysFollowTheWallClockAndDurationsFollowTime() {
        TimeAxis days = TimeAxis.days(1, LocalDateTime.of(2020, 3, 28, 12, 0), BERLIN, 3); // clocks go forward on the 29th
        assertEquals(List.of("2020-03-28T12:00:00", "2020-03-29T12:00:00", "2020-03-30T12:00:00"), labels(days));
        assertEquals(Duration.ofHours(23), Duration.between(days.instant(0).orElseThrow(), days.instant(1).orElseThrow()));
        TimeAxis hours = TimeAxis.every(Duration.ofDays(1), days.instant(0).orElseThrow(), BERLIN, 2);
        assertEquals(List.of("2020-03-28T12:00:00", "2020-03-29T13:00:00"), labels(hours));
    }

    @Test
    void stepsAreSaidInTheLargestUnitThatFits() {
        assertEquals("15 min", TimeAxis.every(Duration.ofSeconds(900), START, BERLIN, 1).stepText());
        assertEquals("1 h", TimeAxis.every(Duration.ofMinutes(60), START, BERLIN, 1).stepText());
        assertEquals("7 days", TimeAxis.every(Duration.ofHours(168), START, BERLIN, 1).stepText());
        assertEquals("90 s", TimeAxis.every(Duration.ofSeconds(90), START, BERLIN, 1).stepText());
        assertEquals("250 ms", TimeAxis.every(Duration.ofMillis(250), START, BERLIN, 1).stepText());
        assertEquals("1.00025 s", TimeAxis.every(Duration.ofNanos(1_000_250_000), START, BERLIN, 1).stepText());
        assertEquals("1 month", axes().get(3).stepText());
        assertEquals("1 year", TimeAxis.months(12, LocalDateTime.of(2020, 1, 1, 0, 0), BERLIN, 1).stepText());
        assertEquals("1 business day", axes().get(5).stepText());
        assertEquals("2", axes().get(6).stepText());
        assertEquals("1 day", TimeAxis.days(1, LocalDateTime.of(2020, 1, 1, 0, 0), BERLIN, 1).stepText());
    }

    @Test
    void anIndexHasNoMomentsAndNoZone() {
        TimeAxis index = TimeAxis.index(0, 1, 3);
        assertEquals(Optional.empty(), index.instant(0));
        assertEquals(Optional.empty(), index.zone());
        assertEquals(Optional.empty(), index.step());
        assertEquals(Optional.of(Duration.ofMinutes(10)), axes().get(0).step());
    }

    @Test
    void namesOfOneZoneAreOneZone() {
        assertEquals(TimeAxis.every(Duration.ofHours(1), START, ZoneOffset.UTC, 1),
                TimeAxis.every(Duration.ofHours(1), START, ZoneId.of("UTC"), 1));
    }

    @Test
    void rejectsWhatIsNoAxis() {
        assertMessage("step must be positive, got PT0S", () -> TimeAxis.every(Duration.ZERO, START, BERLIN, 1));
        assertMessage("step must be at least 1, got 0", () -> TimeAxis.index(0, 0, 1));
        assertMessage("length must not be negative, got -1", () -> TimeAxis.index(0, 1, -1));
        assertMessage("months must be at least 1, got 0", () -> TimeAxis.months(0, LocalDateTime.of(2020, 1, 1, 0, 0), BERLIN, 1));
        assertMessage("day must be in [1, 31] and agree with the start 2020-01-15T00:00, got 31",
                () -> TimeAxis.months(1, LocalDateTime.of(2020, 1, 15, 0, 0), 31, BERLIN, 1));
        assertMessage("rows must lie in [0, 3], got [2, 4)", () -> TimeAxis.index(0, 1, 3).slice(2, 4));
        assertMessage("i must be in [0, 3), got 3", () -> TimeAxis.index(0, 1, 3).label(3));
        assertMessage("kind of a time axis must be fixed, days, months, businessDays or index, got lunar",
                () -> TimeAxis.parse(Map.of("kind", "lunar", "length", 1)));
        assertMessage("time axis must have a text kind, got {}", () -> TimeAxis.parse(Map.of()));
    }

    private static void assertMessage(String expected, Executable code) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
