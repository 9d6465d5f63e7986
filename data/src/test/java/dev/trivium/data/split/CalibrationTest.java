package dev.trivium.data.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static SeriesSet hours(int length) {
        double[] values = new double[length];
        Arrays.setAll(values, i -> i);
        TimeAxis axis = TimeAxis.every(Duration.ofHours(1), Instant.parse("2014-05-01T01:00:00Z"), ZoneOffset.UTC, length);
        return SeriesSet.of(axis, List.of(Variable.of("a")), values);
    }

    @Test
    void theLastValidationRowsAreSetApartAndTheOtherPartsStay() {
        Split published = Split.ettHourly(hours(17_420));
        Split split = published.withCalibration(0.5);
        CalibrationView calibration = split.calibration().orElseThrow();
        assertEquals(List.of(new Segment(8640, 10_080)), split.validation().segments());
        assertEquals(List.of(new Segment(10_080, 11_520)), calibration.segments());
        assertEquals(10_080, split.validation().series().length(), "validation cannot see them");
        assertEquals(11_520, calibration.series().length());
        assertEquals(published.train().series().sha256(), split.train().series().sha256());
        assertEquals(published.test().segments(), split.test().segments());
        assertEquals(published.test().series().sha256(), split.test().series().sha256());
        assertTrue(published.calibration().isEmpty());
        assertTrue(split.describe().contains("\ncalibration 2015-06-25T01:00"), split.describe());
        assertEquals(1440, calibration.rows());
    }

    @Test
    void calibrationRowsCanBeginAtARow() {
        Split split = Split.withoutTestAt(hours(500), 300).withCalibrationFrom(420);
        assertEquals(List.of(new Segment(300, 420)), split.validation().segments());
        assertEquals(420, split.validation().series().length(), "validation cannot see them");
        assertEquals(List.of(new Segment(420, 500)), split.calibration().orElseThrow().segments());
        for (int row : new int[] {300, 500}) {
            var e = assertThrows(IllegalArgumentException.class, () -> Split.withoutTestAt(hours(500), 300).withCalibrationFrom(row));
            assertEquals("row must lie between the validation rows 300 and 500, got " + row, e.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> split.withCalibrationFrom(410));
    }

    @Test
    void poisonedCalibrationRowsReachNeitherTrainingNorValidation() {
        SeriesSet clean = hours(8759);
        for (boolean months : new boolean[] {true, false}) {
            Split known = split(clean, months);
            double[] values = clean.toArray();
            CalibrationView calibration = known.calibration().orElseThrow();
            for (int t = 0; t < values.length; t++) {
                values[t] = calibration.holds(t) ? 1e9 : values[t];
            }
            Split poisoned = split(SeriesSet.of(clean.time(), clean.variables(), values), months);
            assertEquals(known.train().series().sha256(), poisoned.train().series().sha256());
            assertEquals(known.validation().series().sha256(), poisoned.validation().series().sha256());
            assertFalse(known.calibration().orElseThrow().series().sha256().equals(poisoned.calibration().orElseThrow().series().sha256()));
        }
    }

    @Test
    void poisonedTestRowsDoNotReachCalibration() {
        SeriesSet clean = hours(8759);
        for (boolean months : new boolean[] {true, false}) {
            Split known = split(clean, months);
            double[] values = clean.toArray();
            for (int t = 0; t < values.length; t++) {
                values[t] = known.test().holds(t) ? 1e9 : values[t];
            }
            Split poisoned = split(SeriesSet.of(clean.time(), clean.variables(), values), months);
            assertEquals(known.calibration().orElseThrow().series().sha256(), poisoned.calibration().orElseThrow().series().sha256());
        }
    }

    private static Split split(SeriesSet series, boolean months) {
        Split split = months ? Split.months(series, Set.of(3, 6, 9, 12), 0.1) : Split.published(series);
        return split.withCalibration(0.4);
    }

    @Test
    void inASplitByMonthsEveryRunGivesItsLastRowsAndEveryRowIsInOnePart() {
        Split whole = Split.months(hours(8759), Set.of(3, 6, 9, 12), 0.1);
        Split split = whole.withCalibration(0.5);
        CalibrationView calibration = split.calibration().orElseThrow();
        assertEquals(4, calibration.segments().size());
        for (int i = 0; i < 4; i++) {
            Segment run = whole.validation().segments().get(i);
            assertEquals(new Segment(run.to() - 72, run.to()), calibration.segments().get(i)); // half of 145 rows
            assertEquals(new Segment(run.from(), run.to() - 72), split.validation().segments().get(i));
        }
        for (int t = 0; t < 8759; t++) {
            int row = t;
            assertEquals(1, List.of(split.train(), split.validation(), calibration, split.test()).stream().filter(view -> view.holds(row)).count());
            assertEquals(split.train().holds(t) || split.validation().holds(t), split.validation().series().observed(t, 0), "row " + t);
        }
    }

    @Test
    void theLastRowsOfASplitWithoutTestCanCalibrate() {
        Split split = Split.withoutTest(hours(100), 0.6).withCalibration(0.25);
        assertEquals(List.of(new Segment(60, 90)), split.validation().segments());
        assertEquals(List.of(new Segment(90, 100)), split.calibration().orElseThrow().segments());
        assertEquals(90, split.validation().series().length());
    }

    @Test
    void aSplitOfSomeColumnsHasTheSameRows() {
        SeriesSet two = SeriesSet.of(hours(100).time(), List.of(Variable.of("a"), Variable.of("b")), new double[200]);
        Split split = Split.at(two, 50, 70, 100).withCalibration(0.5);
        Split one = split.select(List.of("b"));
        assertEquals(split.describe(), one.describe());
        assertEquals(List.of("b"), one.calibration().orElseThrow().series().names());
        assertEquals(split.calibration().orElseThrow().segments(), one.calibration().orElseThrow().segments());
        assertEquals(60, one.validation().series().length());
    }

    @Test
    void aShareThatLeavesAPartEmptyIsRefused() {
        refuses("calibration must be a share of the validation rows in (0, 1), got 1.0", () -> Split.at(hours(100), 50, 60, 100).withCalibration(1));
        refuses("calibration must leave a row for validation and take one of each run of validation rows, got 0.05 of 10 rows",
                () -> Split.at(hours(100), 50, 60, 100).withCalibration(0.05));
        refuses("split must have no calibration rows yet, got 5",
                () -> Split.at(hours(100), 50, 60, 100).withCalibration(0.5).withCalibration(0.5));
    }

    private static void refuses(String message, org.junit.jupiter.api.function.Executable action) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
