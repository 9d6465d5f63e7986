package dev.trivium.data.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTest {

    private static SeriesSet rows(int length) {
        return SeriesSet.of(TimeAxis.index(0, 1, length), List.of(Variable.of("a")), new double[length]);
    }

    private static SeriesSet days(int length) {
        TimeAxis axis = TimeAxis.every(Duration.ofDays(1), Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC, length);
        return rows(length).withTime(axis);
    }

    private static void assertBorders(Split split, int train, int validation, int test) {
        assertEquals(0, split.train().from());
        assertEquals(train, split.train().to());
        assertEquals(train, split.validation().from());
        assertEquals(validation, split.validation().to());
        assertEquals(validation, split.test().from());
        assertEquals(test, split.test().to());
    }

    @Test
    void aViewEndsWithItsLastRow() {
        Split split = Split.at(rows(10), 5, 7, 9);
        assertEquals(5, split.train().series().length());
        assertEquals(7, split.validation().series().length());
        assertEquals(9, split.test().series().length());
    }

    @Test
    void noViewCanBeMadeOutsideASplit() {
        for (Class<?> view : View.class.getPermittedSubclasses()) {
            assertEquals(0, view.getConstructors().length, view.getName());
        }
    }

    @Test
    void ratiosRoundDownAndTheRestIsTest() {
        assertBorders(Split.ratios(rows(11), 0.5, 0.25), 5, 8, 11);
        assertBorders(Split.ratios(rows(10), 0.7, 0.1), 7, 8, 10); // in binary, 10 · (0.7 + 0.1) is below 8
        assertBorders(Split.ratios(rows(100), 0.29, 0.29), 29, 58, 100);
    }

    @Test
    void publishedSharesRoundTrainingAndTestDown() {
        assertBorders(Split.published(rows(52_696)), 36_887, 36_887 + 5_270, 52_696);
        assertBorders(Split.published(rows(26_304)), 18_412, 18_412 + 2_632, 26_304);
        assertBorders(Split.published(rows(17_544)), 12_280, 12_280 + 1_756, 17_544);
        assertBorders(Split.published(rows(52_560)), 36_792, 36_792 + 5_256, 52_560);
    }

    @Test
    void publishedEttBordersLeaveLaterRowsOut() {
        assertBorders(Split.ettHourly(rows(17_420)), 8_640, 11_520, 14_400);
        assertBorders(Split.ettQuarterHourly(rows(69_680)), 34_560, 46_080, 57_600);
        var e = assertThrows(IllegalArgumentException.class, () -> Split.ettHourly(rows(100)));
        assertEquals("borders must satisfy 0 < train < validation < test <= 100, got 8640, 11520, 14400", e.getMessage());
    }

    @Test
    void datesAreTheFirstRowsOfTheirParts() {
        Split split = Split.dates(days(10), LocalDateTime.of(2020, 1, 5, 0, 0), LocalDateTime.of(2020, 1, 8, 0, 0));
        assertBorders(split, 4, 7, 10);
        assertBorders(Split.dates(days(10), LocalDateTime.of(2020, 1, 4, 0, 1), LocalDateTime.of(2020, 1, 8, 0, 0)), 4, 7, 10);
    }

    @Test
    void datesOfAnotherZoneAreTheSameMoments() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Split split = Split.dates(days(10), LocalDateTime.of(2020, 1, 5, 9, 0).atZone(tokyo), LocalDateTime.of(2020, 1, 8, 9, 0).atZone(tokyo));
        assertBorders(split, 4, 7, 10);
    }

    @Test
    void datesThatLeaveAPartEmptyAreRefused() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> Split.dates(days(10), LocalDateTime.of(2019, 1, 1, 0, 0), LocalDateTime.of(2020, 1, 8, 0, 0)));
        assertEquals("validationStart and testStart must cut 2020-01-01 … 2020-01-10 by 1 day (10) into three parts, "
                + "got 2019-01-01T00:00Z and 2020-01-08T00:00Z", e.getMessage());
    }

    @Test
    void anIndexCannotBeSplitByDates() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> Split.dates(rows(10), LocalDateTime.of(2020, 1, 1, 0, 0), LocalDateTime.of(2020, 1, 8, 0, 0)));
        assertEquals("series must have a time axis with dates to be split by dates, got 0 … 9 by 1 (10)", e.getMessage());
    }

    @Test
    void sharesThatAreNoSharesAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Split.ratios(rows(10), 0.8, 0.2));
        assertEquals("train and validation must be positive and sum to less than 1, got 0.8 and 0.2", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Split.ratios(rows(10), Double.NaN, 0.2));
        assertThrows(IllegalArgumentException.class, () -> Split.published(rows(10), 0.7, 0));
    }

    @Test
    void theDescriptionNamesStampsAndCounts() {
        assertEquals("""
                train       2020-01-01 … 2020-01-05 (5 rows)
                validation  2020-01-06 … 2020-01-07 (2 rows)
                test        2020-01-08 … 2020-01-09 (2 rows)
                not used    the last 1 rows""", Split.at(days(10), 5, 7, 9).describe());
    }

    @Test
    void withoutATestTheLastRowsAreThoseToChooseBy() {
        Split split = Split.withoutTest(rows(10), 0.8);
        assertEquals(8, split.train().to());
        assertEquals(8, split.validation().from());
        assertEquals(10, split.validation().to());
        assertEquals(0, split.test().rows());
        assertEquals(10, split.test().from());
        assertTrue(split.describe().endsWith("test        none"), split.describe());
    }

    @Test
    void withoutATestBothPartsNeedARow() {
        assertThrows(IllegalArgumentException.class, () -> Split.withoutTest(rows(10), 0.05));
        assertThrows(IllegalArgumentException.class, () -> Split.withoutTest(rows(10), 1));
    }
}
