package dev.trivium.data.fill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilledSeriesTest {

    private static final SeriesSet VALUES = set(1, 2, 3);

    @Test
    void aFilledCellHasAnIntervalAndAnObservedOneHasNone() {
        FilledSeries filled = new FilledSeries(VALUES, set(1, 1, 3), set(1, 4, 3), 0.8, cell(1));
        assertTrue(filled.filled(1, 0));
        assertFalse(filled.filled(0, 0));
        assertEquals(1, filled.filledCells());
    }

    @Test
    void anObservedCellWithAWidthIsRefused() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> new FilledSeries(VALUES, set(1, 1, 3), set(1, 4, 3), 0.8, cell(0)));
        assertTrue(refusal.getMessage().contains("got 1.0, 2.0, 4.0 at row 1 of a"), refusal.getMessage());
    }

    @Test
    void aMissingCellIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FilledSeries(set(1, Double.NaN, 3), VALUES, VALUES, 0.8, cell(1)));
    }

    @Test
    void aValueOutsideItsIntervalIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FilledSeries(VALUES, set(1, 3, 3), set(1, 4, 3), 0.8, cell(1)));
    }

    @Test
    void aLevelThatIsNoShareIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FilledSeries(VALUES, VALUES, VALUES, 80, cell(1)));
    }

    @Test
    void theCallerMayReuseItsMarks() {
        BitSet marks = cell(1);
        FilledSeries filled = new FilledSeries(VALUES, VALUES, VALUES, 0.8, marks);
        marks.clear();
        assertTrue(filled.filled(1, 0));
    }

    private static BitSet cell(int index) {
        BitSet set = new BitSet();
        set.set(index);
        return set;
    }

    private static SeriesSet set(double... values) {
        return SeriesSet.of(TimeAxis.index(0, 1, values.length), List.of(Variable.of("a")), values);
    }
}
