package dev.trivium.evaluation.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static final double GAP = Double.NaN;

    @Test
    void breaksAtGapsAndShowsALoneValueAsADot() {
        List<Mark> marks = Curve.marks(new double[] {0, 1, 2, 3, 4, 5, 6}, new double[] {GAP, 5, 6, GAP, 7, GAP, GAP}, Ink.BLUE, 1, false);
        assertEquals(2, marks.size());
        Mark.Stroke line = assertInstanceOf(Mark.Stroke.class, marks.get(0));
        assertArrayEquals(new double[] {1, 2}, line.x());
        assertArrayEquals(new double[] {5, 6}, line.y());
        Mark.Dot dot = assertInstanceOf(Mark.Dot.class, marks.get(1));
        assertEquals(4, dot.x());
        assertEquals(7, dot.y());
    }

    @Test
    void nothingButGapsShowsNothing() {
        assertEquals(List.of(), Curve.marks(new double[] {0, 1}, new double[] {GAP, GAP}, Ink.BLUE, 1, false));
    }

    @Test
    void thinningKeepsEndsAndExtremes() {
        int n = 100_000;
        double[] x = new double[n];
        double[] y = new double[n];
        Arrays.setAll(x, i -> 800.0 * i / n);
        Arrays.setAll(y, i -> Math.sin(i));
        y[31_234] = 50;
        y[77_777] = -50;
        Mark.Stroke line = assertInstanceOf(Mark.Stroke.class, Curve.marks(x, y, Ink.BLUE, 1, false).get(0));
        assertTrue(line.x().length <= 8 * 801, "points kept: " + line.x().length);
        assertEquals(50, Arrays.stream(line.y()).max().orElseThrow());
        assertEquals(-50, Arrays.stream(line.y()).min().orElseThrow());
        assertEquals(x[0], line.x()[0]);
        assertEquals(x[n - 1], line.x()[line.x().length - 1]);
        for (int i = 1; i < line.x().length; i++) {
            assertTrue(line.x()[i] > line.x()[i - 1]);
        }
    }
}
