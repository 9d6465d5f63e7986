package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final float NONE = Float.NaN;
    /** One layer, two series of which the second begins later, two patches, two experts. */
    private final Routing routing = new Routing(List.of("flow", "head"), List.of("Jan 1", "Jan 2"), 1, 2,
            new float[] {1, 0, 0.5f, 0.5f, NONE, NONE, 0.25f, 0.75f});

    @Test
    void sharesOverTimeAreMeansOverTheSeriesThatHaveAToken() {
        assertArrayEquals(new double[] {1, 0.375}, routing.overTime()[0][0], 1e-6);
        assertArrayEquals(new double[] {0, 0.625}, routing.overTime()[0][1], 1e-6);
    }

    @Test
    void sharesBySeriesAreMeansOverItsPatches() {
        assertArrayEquals(new double[] {0.75, 0.25}, routing.overSeries()[0][0], 1e-6);
        assertArrayEquals(new double[] {0.25, 0.75}, routing.overSeries()[0][1], 1e-6);
    }

    @Test
    void bothPicturesNameWhatTheyShow() {
        String overTime = routing.chartOverTime("Experts", "").picture().svg();
        String overSeries = routing.chartOverSeries("Experts", "").picture().svg();
        assertTrue(overTime.contains(">expert 2<") && overTime.contains(">Jan 1<") && overTime.contains(">layer 1<"), overTime);
        assertTrue(overSeries.contains(">head<") && overSeries.contains(">2<") && overSeries.contains(">expert<"), overSeries);
        assertEquals(0.75, routing.gate(0, 1, 1, 1), 1e-6);
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Routing(List.of("a"), List.of("b"), 1, 2, new float[3]));
        assertThrows(IllegalArgumentException.class, () -> new Routing(List.of(), List.of("b"), 1, 2, new float[0]));
        assertThrows(IllegalArgumentException.class, () -> new Routing(List.of("a"), List.of("b"), 1, 2, new float[] {1.5f, 0}));
    }
}
