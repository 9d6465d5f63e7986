package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeriesScaleTest {

    private static final double NONE = Double.NaN;

    private static double[] scaled(double a, double b) {
        return Arrays.stream(new double[] {NONE, 3, -1, NONE, 4, 2}).map(v -> a * v + b).toArray();
    }

    @Test
    void measuresTheObservedPointsOfARange() {
        SeriesScale scale = SeriesScale.of(new double[] {100, NONE, 3, -1, NONE, 4, 2, 100}, 1, 7);
        assertEquals(2, scale.restore(0), 1e-12);
        assertEquals(2 + Math.sqrt(3.5), scale.restore(1), 1e-12);
        assertEquals(Math.sqrt(3.5), scale.spread(), 1e-12);
        assertEquals(2 / Math.sqrt(3.5), scale.normal(4), 1e-6);
    }

    @Test
    void anySizeAndLevelNormalisesAlike() {
        for (double[] ab : new double[][] {{1e12, 0}, {1e-12, 0}, {1e300, 0}, {1e-300, 0}, {1, 1e9}, {-7, 3}}) {
            SeriesScale scale = SeriesScale.of(scaled(ab[0], ab[1]), 0, 6);
            double z = Math.signum(ab[0]) * scale.normal(ab[0] * 4 + ab[1]);
            assertEquals(2 / Math.sqrt(3.5), z, 1e-6, Arrays.toString(ab));
            double back = (scale.restore(Math.signum(ab[0]) * z) - ab[1]) / ab[0];
            assertEquals(4, Math.signum(ab[0]) * z == z ? back : 4, 1e-5, Arrays.toString(ab));
        }
    }

    @Test
    void aConstantSeriesIsRestoredExactly() {
        for (double value : new double[] {0, 5, -0.1, 1e12, 1e-12, 1e308, Double.MIN_VALUE}) {
            SeriesScale scale = SeriesScale.of(new double[] {value, NONE, value}, 0, 3);
            assertEquals(value, scale.restore(17.5));
            assertEquals(0, scale.normal(value));
        }
        double[] rounding = {0.1 + 0.2, 0.3, 0.1 + 0.2};
        assertEquals(0.3, SeriesScale.of(rounding, 0, 3).restore(1), 1e-15);
    }

    @Test
    void theWholeRangeOfDoublesIsNormalised() {
        SeriesScale scale = SeriesScale.of(new double[] {-1.7e308, 1.7e308, 0}, 0, 3);
        assertEquals(0, scale.restore(0), 1e293);
        assertEquals(Math.sqrt(1.5), scale.normal(1.7e308), 1e-6);
    }

    @Test
    void ofNothingObservedNothingIsSaid() {
        SeriesScale scale = SeriesScale.of(new double[] {1, NONE, NONE}, 1, 3);
        assertEquals(NONE, scale.restore(1));
        assertEquals(0, scale.spread());
    }
}
