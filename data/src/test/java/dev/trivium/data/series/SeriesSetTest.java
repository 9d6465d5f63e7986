package dev.trivium.data.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SeriesSetTest {

    private static final List<Variable> AB = List.of(Variable.of("a", "m"), Variable.of("b"));
    private final double[] values = {1, 2, 3, Double.NaN, 5, 6};
    private final SeriesSet series = SeriesSet.of(TimeAxis.index(0, 1, 3), AB, values);

    @Test
    void valuesAreRowMajorAndCopied() {
        values[0] = 100;
        assertEquals(1, series.value(0, 0));
        assertEquals(2, series.value(0, 1));
        assertEquals(5, series.value(2, 0));
        assertArrayEquals(new double[] {1, 3, 5}, series.column(0));
        series.column(0)[0] = 100;
        series.toArray()[0] = 100;
        assertEquals(1, series.value(0, 0));
    }

    @Test
    void missingValuesAreCountedInTheRowsAtHand() {
        assertFalse(series.observed(1, 1));
        assertTrue(series.observed(1, 0));
        assertEquals(1, series.missing());
        assertEquals(0, series.rows(2, 3).missing());
    }

    @Test
    void rowsOfRowsAreRows() {
        SeriesSet last = series.rows(1, 3).rows(1, 2);
        assertEquals(1, last.length());
        assertEquals("2", last.time().label(0));
        assertEquals(6, last.value(0, 1));
        assertArrayEquals(new double[] {5, 6}, last.toArray());
        assertThrows(IllegalArgumentException.class, () -> last.value(1, 0));
        assertEquals(0, series.rows(1, 1).length());
    }

    @Test
    void selectsColumnsInTheOrderAskedFor() {
        SeriesSet selected = series.rows(1, 3).select(List.of("b", "a"));
        assertEquals(List.of("b", "a"), selected.names());
        assertArrayEquals(new double[] {Double.NaN, 3, 6, 5}, selected.toArray());
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        var e = assertThrows(IllegalArgumentException.class, () -> series.select(List.of("c")));
        assertEquals("name must be one of [a, b], got c", e.getMessage());
    }

    @Test
    void theHashDependsOnEveryPartAndNotOnTheStorage() {
        SeriesSet same = SeriesSet.of(TimeAxis.index(1, 1, 2), AB, new double[] {3, Double.NaN, 5, 6});
        assertEquals(same.sha256(), series.rows(1, 3).sha256());
        assertEquals(64, same.sha256().length());
        assertNotEquals(same.sha256(), series.rows(0, 2).sha256());
        assertNotEquals(same.sha256(), same.withTime(TimeAxis.index(2, 1, 2)).sha256());
        assertNotEquals(same.sha256(), same.select(List.of("b", "a")).sha256());
        SeriesSet otherUnit = SeriesSet.of(same.time(), List.of(Variable.of("a", "km"), Variable.of("b")), same.toArray());
        assertNotEquals(same.sha256(), otherUnit.sha256());
    }

    @Test
    void rejectsWhatIsNoSeriesSet() {
        TimeAxis two = TimeAxis.index(0, 1, 2);
        assertMessage("values must have shape (time=2, series=2), got 3 numbers", () -> SeriesSet.of(two, AB, new double[3]));
        assertMessage("variables must hold at least one series, got none", () -> SeriesSet.of(two, List.of(), new double[0]));
        assertMessage("variables must have different names, got a twice",
                () -> SeriesSet.of(two, List.of(Variable.of("a"), Variable.of("a", "m")), new double[4]));
        assertMessage("values must be finite or NaN, got -Infinity at row 1 of b",
                () -> SeriesSet.of(two, AB, new double[] {0, 0, 0, Double.NEGATIVE_INFINITY}));
        assertMessage("(t, s) must lie in (time=3, series=2), got (0, 2)", () -> series.value(0, 2));
        assertMessage("rows must lie in [0, 3], got [2, 4)", () -> series.rows(2, 4));
        assertMessage("axis must have 3 stamps, got 2", () -> series.withTime(two));
        assertMessage("name must not be blank, got \" \"", () -> Variable.of(" "));
    }

    private static void assertMessage(String expected, Executable code) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
