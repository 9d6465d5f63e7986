package dev.trivium.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TimingsTest {

    @Test
    void quantilesAreRunsByRankAsThePeerTakesThem() {
        Timings timings = new Timings(new double[] {5.00049, 1, 4, 2, 3, 6});
        assertEquals(Map.of("runs", 6, "median_ms", 3.0, "p10_ms", 1.0, "p90_ms", 5.0, "min_ms", 1.0), timings.fields());
    }
}
