package dev.trivium.imputation.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NodeWeightsTest {

    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    /** b follows a, c goes against it, d is constant; one value in five is missing. Rows from 80 on can be poisoned. */
    private static SeriesSet series(double poison) {
        Random random = new Random(3);
        double[] values = new double[100 * 4];
        for (int t = 0; t < 100; t++) {
            double a = random.nextGaussian();
            double[] row = {a, 1e6 + a + 0.5 * random.nextGaussian(), -a, 7};
            for (int s = 0; s < 4; s++) {
                values[t * 4 + s] = random.nextInt(5) == 0 ? Double.NaN : row[s] + (t >= 80 ? poison * (t + s) : 0);
            }
        }
        return SeriesSet.of(TimeAxis.index(0, 1, 100), NAMES.stream().map(Variable::of).toList(), values);
    }

    private static NodeWeights history(double poison) {
        return NodeWeights.correlation(Split.at(series(poison), 80, 90, 100).train(), NodeLayout.columns(NAMES));
    }

    @Test
    void aHistoryIsTheCorrelationOverRowsThatBothHave() {
        NodeWeights weights = history(0);
        double[] a = series(0).rows(0, 80).column(0);
        double[] b = series(0).rows(0, 80).column(1);
        double n = 0;
        double ma = 0;
        double mb = 0;
        for (int t = 0; t < 80; t++) {
            if (!Double.isNaN(a[t] + b[t])) {
                n++;
                ma += a[t];
                mb += b[t];
            }
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int t = 0; t < 80; t++) {
            if (!Double.isNaN(a[t] + b[t])) {
                ab += (a[t] - ma / n) * (b[t] - mb / n);
                aa += (a[t] - ma / n) * (a[t] - ma / n);
                bb += (b[t] - mb / n) * (b[t] - mb / n);
            }
        }
        assertEquals(ab / Math.sqrt(aa * bb), weights.at(0, 1), 1e-6);
        assertEquals(weights.at(0, 1), weights.at(1, 0), 0);
        assertEquals(0, weights.at(0, 2), 0); // negative
        assertEquals(0, weights.at(0, 3), 0); // constant
        assertEquals(0, weights.at(0, 0), 0);
    }

    @Test
    void whatComesAfterTheTrainingRowsIsInvisibleToTheHistory() {
        assertEquals(history(0), history(1e9));
    }

    @Test
    void channelsAreAveraged() {
        double[] values = {1, 1, 1, 1, 2, 2, 2, 1, 3, 3, 3, 2, 4, 4, 4, 1, 9, -9, 9, -9, 9, -9, 9, -9};
        SeriesSet series = SeriesSet.of(TimeAxis.index(0, 1, 6), List.of("a.x", "b.x", "a.y", "b.y").stream().map(Variable::of).toList(), values);
        NodeWeights weights = NodeWeights.correlation(Split.at(series, 4, 5, 6).train(), NodeLayout.split(series.names(), "."));
        double second = 0.5 / Math.sqrt(5 * 0.75); // of 1 2 3 4 and 1 1 2 1
        assertEquals((1 + second) / 2, weights.at(0, 1), 1e-6);
    }

    @Test
    void distancesBecomeAThresholdedGaussianKernel() {
        double[] d = {0, 1, 5, 1, 0, Double.POSITIVE_INFINITY, 5, 4, 0};
        NodeWeights weights = NodeWeights.ofDistances(3, d);
        double mean = 16 / 8.0;
        double variance = (3 * mean * mean + 2 * (1 - mean) * (1 - mean) + 2 * (5 - mean) * (5 - mean) + (4 - mean) * (4 - mean)) / 8;
        assertEquals(Math.exp(-1 / variance), weights.at(0, 1), 1e-6);
        assertEquals(0, weights.at(0, 2), 0); // below the threshold
        assertEquals(0, weights.at(1, 2), 0); // no way
        assertEquals(Math.exp(-16 / variance) < 0.1 ? 0 : Math.exp(-16 / variance), weights.at(2, 1), 1e-6);
    }

    @Test
    void coordinatesAreComparedOnTheGlobe() {
        // a quarter of the equator, and from each to the pole, are equally far
        NodeWeights weights = NodeWeights.ofCoordinates(new double[] {0, 0, 90}, new double[] {0, 90, 0});
        assertEquals(weights.at(0, 1), weights.at(0, 2), 1e-6);
        assertEquals(weights.at(0, 1), weights.at(1, 2), 1e-6);
        assertTrue(NodeWeights.ofCoordinates(new double[] {40, 40.1, 60}, new double[] {116, 116, 116}).at(0, 1) > 0.9);
    }

    @Test
    void whatIsNoWeightIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> NodeWeights.of(2, new float[] {0, 2, 0, 0}));
        assertThrows(IllegalArgumentException.class, () -> NodeWeights.of(2, new float[3]));
        assertThrows(IllegalArgumentException.class, () -> NodeWeights.ofDistances(2, new double[] {0, -1, 1, 0}));
        assertThrows(IllegalArgumentException.class, () -> NodeWeights.ofCoordinates(new double[2], new double[3]));
    }
}
