package dev.trivium.data.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesRecorderTest {

    private static final double GAP = Double.NaN;
    private final List<Variable> ab = List.of(Variable.of("a"), Variable.of("b"));

    @Test
    void rowsGoWhereTheyBelongAndTheRestIsMissing() {
        SeriesRecorder recorder = new SeriesRecorder(2);
        double[] row = {1, 2};
        recorder.append(row);
        row[0] = 3;
        recorder.append(row);
        assertEquals(2, recorder.rows());
        SeriesSet series = recorder.place(TimeAxis.index(0, 1, 5), ab, new int[] {1, 3});
        assertArrayEquals(new double[] {GAP, GAP, 1, 2, GAP, GAP, 3, 2, GAP, GAP}, series.toArray());
    }

    @Test
    void manyBlocksKeepTheirOrder() {
        SeriesRecorder recorder = new SeriesRecorder(3);
        int rows = 100_003;
        int[] positions = new int[rows];
        for (int i = 0; i < rows; i++) {
            recorder.append(new double[] {i, -i, 0.5 * i});
            positions[i] = i;
        }
        SeriesSet series = recorder.place(TimeAxis.index(0, 1, rows), List.of(Variable.of("a"), Variable.of("b"), Variable.of("c")), positions);
        for (int i = 0; i < rows; i++) {
            assertEquals(i, series.value(i, 0));
            assertEquals(-i, series.value(i, 1));
            assertEquals(0.5 * i, series.value(i, 2));
        }
    }

    @Test
    void rejectsRowsOfAnotherWidthAndPositionsThatDoNotIncrease() {
        SeriesRecorder recorder = new SeriesRecorder(2);
        var width = assertThrows(IllegalArgumentException.class, () -> recorder.append(new double[3]));
        assertEquals("row must have 2 values, got 3", width.getMessage());
        recorder.append(new double[2]);
        recorder.append(new double[2]);
        var order = assertThrows(IllegalArgumentException.class,
                () -> recorder.place(TimeAxis.index(0, 1, 5), ab, new int[] {2, 2}));
        assertEquals("positions must increase, got 2 for row 1", order.getMessage());
    }
}
