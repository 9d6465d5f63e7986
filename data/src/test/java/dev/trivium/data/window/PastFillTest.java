package dev.trivium.data.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PastFillTest {

    private static final double GAP = Double.NaN;

    private static SeriesSet series(double... rowMajor) {
        return SeriesSet.of(TimeAxis.index(0, 1, rowMajor.length / 2), List.of(Variable.of("a"), Variable.of("b")), rowMajor);
    }

    @Test
    void takesTheLastValueOfTheSameSeriesAndLeavesALeadingGap() {
        SeriesSet filled = PastFill.fill(series(1, GAP, GAP, GAP, GAP, 6, 7, GAP));
        assertArrayEquals(new double[] {1, GAP, 1, GAP, 1, 6, 7, 6}, filled.toArray());
    }

    @Test
    void aSeriesWithoutGapsIsItself() {
        SeriesSet whole = series(1, 2, 3, 4);
        assertSame(whole, PastFill.fill(whole));
    }

    @Test
    void noLaterValueMovesAFilledOne() {
        SplittableRandom random = new SplittableRandom(11);
        double[] values = random.doubles(2 * 50).map(x -> random.nextInt(3) == 0 ? GAP : x).toArray();
        double[] filled = PastFill.fill(series(values)).toArray();
        for (int i = 0; i < values.length; i++) {
            for (double poison : new double[] {1e9, GAP}) {
                double[] poisoned = values.clone();
                Arrays.fill(poisoned, i, poisoned.length, poison);
                double[] again = PastFill.fill(series(poisoned)).toArray();
                assertArrayEquals(Arrays.copyOf(filled, i), Arrays.copyOf(again, i));
            }
        }
    }

    @Test
    void countsWhatItFills() {
        assertEquals(2, PastFill.fill(new double[] {1, GAP, GAP, GAP, GAP, 6}, 2));
        float[] floats = {1, Float.NaN, Float.NaN, Float.NaN, Float.NaN, 6};
        assertEquals(2, PastFill.fill(floats, 2));
        assertArrayEquals(new float[] {1, Float.NaN, 1, Float.NaN, 1, 6}, floats);
    }

    @Test
    void rejectsAnArrayThatIsNoTable() {
        var e = assertThrows(IllegalArgumentException.class, () -> PastFill.fill(new double[3], 2));
        assertEquals("rowMajor must have shape (time, series=2), got 3 numbers", e.getMessage());
    }
}
