package dev.trivium.evaluation.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartTimeTest {

    @Test
    void hoursCarryTheDateWhereItChanges() {
        assertEquals(List.of("18:00/1 Mar 2026", "21:00", "00:00/2 Mar 2026", "03:00", "06:00", "09:00", "12:00", "15:00",
                "18:00"), labels(dates("2026-03-01T16:00Z[UTC]", Duration.ofHours(1), 28), 500));
    }

    @Test
    void aDateThatWouldTouchTheNextIsLeftOut() {
        assertEquals(List.of("18:00", "00:00/2 Mar 2026", "06:00", "12:00", "18:00"),
                labels(dates("2026-03-01T16:00Z[UTC]", Duration.ofHours(1), 28), 300));
    }

    @Test
    void monthsCarryTheYear() {
        assertEquals(List.of("Jul/2015", "Jan/2016", "Jul", "Jan/2017"),
                labels(dates("2015-03-01T00:00+01:00[Europe/Berlin]", Period.ofMonths(1), 24), 250));
    }

    @Test
    void daysAndYearsAreRound() {
        assertEquals(List.of("2000", "2020", "2040"), labels(dates("1990-01-01T00:00Z", Period.ofYears(1), 60), 200));
        List<String> weeks = labels(dates("2026-01-01T00:00Z", Period.ofDays(1), 30), 250);
        assertEquals(List.of("5 Jan/2026", "12 Jan", "19 Jan", "26 Jan"), weeks); // Mondays
    }

    @Test
    void labelsAreLocalTimesAndLeaveOutTheHourThatDoesNotExist() {
        List<String> spring = labels(dates("2026-03-29T00:00+01:00[Europe/Berlin]", Duration.ofHours(1), 6), 400);
        assertEquals(List.of("00:00/29 Mar 2026", "01:00", "03:00", "04:00", "05:00", "06:00"), spring);
    }

    @Test
    void stampsReadAsIsoDatesWithTheZoneWhereTheyHaveATime() {
        assertEquals("2026-03-01 16:00 UTC", dates("2026-03-01T16:00Z[UTC]", Duration.ofHours(1), 3).label(0));
        assertEquals("2026-03-02", dates("2026-03-01T00:00Z[UTC]", Period.ofDays(1), 3).label(1));
        assertEquals("-3", ChartTime.index(-5, 2, 4).label(1));
    }

    @Test
    void numbersHaveWholeTicks() {
        assertEquals(List.of("10", "11", "12"), labels(ChartTime.index(10, 1, 3), 500));
    }

    @Test
    void rejectsStampsThatDoNotIncrease() {
        List<ZonedDateTime> stamps = List.of(ZonedDateTime.parse("2026-03-01T16:00Z[UTC]"), ZonedDateTime.parse("2026-03-01T15:00Z[UTC]"));
        assertEquals("time must increase, got 2026-03-01 15:00 UTC after 2026-03-01 16:00 UTC",
                assertThrows(IllegalArgumentException.class, () -> ChartTime.dates(stamps)).getMessage());
    }

    @Test
    void ticksStandApartForEveryStepAndWidth() {
        for (TemporalAmount step : List.of(Duration.ofSeconds(7), Duration.ofMinutes(15), Duration.ofHours(1),
                Period.ofDays(1), Period.ofWeeks(1), Period.ofMonths(1), Period.ofYears(1))) {
            for (int count = 2; count < 1000; count = count * 3 / 2 + 1) {
                for (double width : new double[] {120, 430, 930}) {
                    assertApart(dates("2019-12-30T22:15+01:00[Europe/Berlin]", step, count), width, step + " × " + count);
                }
            }
        }
    }

    private static void assertApart(ChartTime time, double width, String what) {
        Range range = new Range(time.position(0), time.position(time.count() - 1));
        List<Tick> ticks = time.ticks(range, width);
        for (int i = 1; i < ticks.size(); i++) {
            double distance = (ticks.get(i).at() - ticks.get(i - 1).at()) / (range.high() - range.low()) * width;
            assertTrue(distance > TextWidth.of(ticks.get(i).label(), Plot.LABEL_SIZE, false), what + " on " + width + ": " + ticks);
        }
    }

    private static ChartTime dates(String first, TemporalAmount step, int count) {
        return ChartTime.dates(Stream.iterate(ZonedDateTime.parse(first), stamp -> stamp.plus(step)).limit(count).toList());
    }

    private static List<String> labels(ChartTime time, double width) {
        return time.ticks(new Range(time.position(0), time.position(time.count() - 1)), width).stream()
                .map(tick -> tick.context().isEmpty() ? tick.label() : tick.label() + "/" + tick.context()).toList();
    }
}
