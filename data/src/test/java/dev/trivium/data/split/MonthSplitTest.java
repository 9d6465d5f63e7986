package dev.trivium.data.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.window.Windows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MonthSplitTest {

    private static final Set<Integer> QUARTER_ENDS = Set.of(3, 6, 9, 12);

    /** Hours with the axis of AQI-36; two series, value = row, and row + 0.5. */
    private static SeriesSet hours() {
        TimeAxis axis = TimeAxis.every(Duration.ofHours(1), Instant.parse("2014-05-01T01:00:00Z"), ZoneOffset.UTC, 8759);
        double[] values = new double[2 * 8759];
        Arrays.setAll(values, i -> i / 2 + i % 2 * 0.5);
        return SeriesSet.of(axis, List.of(Variable.of("a"), Variable.of("b")), values);
    }

    @Test
    void theTestMonthsAreWholeAndValidationLiesRightBeforeThem() {
        Split split = Split.months(hours(), QUARTER_ENDS, 0.1);
        assertEquals(4, split.test().segments().size());
        assertEquals(720 + 720 + 744 + 744, split.test().rows());
        assertEquals("2014-06-01T00:00", split.test().series().time().label(split.test().from()).substring(0, 16));
        for (int i = 0; i < 4; i++) {
            Segment run = split.validation().segments().get(i);
            assertEquals(split.test().segments().get(i).from(), run.to());
            assertEquals(583 / 4, run.length()); // a tenth of 5,831 rows, over four months
        }
        assertEquals(5831 - 4 * 145, split.train().rows());
        assertEquals(5, split.train().segments().size());
        assertEquals(8759, split.train().to());
    }

    @Test
    void everyRowIsInOnePart() {
        Split split = Split.months(hours(), QUARTER_ENDS, 0.1);
        for (int t = 0; t < 8759; t++) {
            int parts = 0;
            for (View view : List.of(split.train(), split.validation(), split.test())) {
                parts += view.holds(t) ? 1 : 0;
            }
            assertEquals(1, parts, "row " + t);
        }
        assertFalse(split.train().holds(-1));
        assertFalse(split.train().holds(8759));
    }

    @Test
    void noViewShowsAPoisonedRowOfALaterPart() {
        SeriesSet clean = hours();
        Split known = Split.months(clean, QUARTER_ENDS, 0.1);
        double[] values = clean.toArray();
        for (int t = 0; t < clean.length(); t++) {
            if (known.test().holds(t)) {
                values[2 * t] = 1e9;
            } else if (known.validation().holds(t)) {
                values[2 * t + 1] = -1e9;
            }
        }
        Split poisoned = Split.months(SeriesSet.of(clean.time(), clean.variables(), values), QUARTER_ENDS, 0.1);
        assertEquals(known.train().series().sha256(), poisoned.train().series().sha256());
        assertEquals(Standardiser.fit(known.train()).mean(1), Standardiser.fit(poisoned.train()).mean(1));
        for (int t = 0; t < clean.length(); t++) {
            assertTrue(!(poisoned.validation().series().value(t, 0) > 1e8), "row " + t);
        }
    }

    @Test
    void eachViewKeepsTheWholeAxisAndShowsItsOwnRowsAndEarlierParts() {
        SeriesSet all = hours();
        Split split = Split.months(all, QUARTER_ENDS, 0.1);
        assertEquals(all.sha256(), split.test().series().sha256());
        for (int t = 0; t < all.length(); t++) {
            assertEquals(split.train().holds(t), split.train().series().observed(t, 0));
            assertEquals(split.train().holds(t) || split.validation().holds(t), split.validation().series().observed(t, 1));
        }
        assertEquals(all.time(), split.train().series().time());
        assertEquals(all.time(), split.validation().series().time());
    }

    @Test
    void aViewOfOneRunHoldsItsRows() {
        Split split = Split.at(hours(), 10, 20, 30);
        assertEquals(List.of(new Segment(10, 20)), split.validation().segments());
        assertTrue(split.validation().holds(19));
        assertFalse(split.validation().holds(20));
        assertEquals(10, split.validation().rows());
        split.train().requireOneRun("x");
    }

    @Test
    void windowsOfSeveralRunsAreRefused() {
        Split split = Split.months(hours(), QUARTER_ENDS, 0.1);
        var e = assertThrows(IllegalArgumentException.class, () -> Windows.over(split.test(), 24, 1, 1));
        assertEquals("windows must have a view of one run of rows, got 4 runs, as a split by months makes them", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Windows.over(split.train(), 24, 1, 1, 0.3));
    }

    @Test
    void theDescriptionNamesEveryRun() {
        String text = Split.months(hours(), Set.of(9), 0.1).describe();
        assertTrue(text.startsWith("train       2014-05-01T01:00:00 … 2014-07-"), text);
        assertTrue(text.contains(", 2014-10-01T00:00:00 … 2015-04-30T23:00:00 (7236 rows)"), text);
        assertFalse(text.contains("not used"), text);
    }

    @Test
    void whatCannotBeSplitByMonthsIsRefused() {
        SeriesSet series = hours();
        assertEquals("testMonths must be some of 1 to 12, got [13]", message(series, Set.of(13), 0.1));
        assertEquals("validation must lie between 0 and 1, got 1.0", message(series, Set.of(6), 1));
        SeriesSet may = series.rows(0, 100);
        assertEquals("testMonths must take some rows of " + may.time() + " and leave others, got [6]", message(may, Set.of(6), 0.1));
        assertEquals("validation must be at least one row, and fit between the test rows, for the 2918 rows before "
                + "2014-06-01T00:00:00 are too few or too many", message(series, Set.of(6, 8), 0.8));
        SeriesSet numbered = series.withTime(TimeAxis.index(0, 1, 8759));
        assertEquals("series must have a time axis with dates to be split by months, got 0 … 8758 by 1 (8759)",
                message(numbered, Set.of(6), 0.1));
    }

    private static String message(SeriesSet series, Set<Integer> months, double validation) {
        return assertThrows(IllegalArgumentException.class, () -> Split.months(series, months, validation)).getMessage();
    }
}
