package dev.trivium.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTableTest {

    private static String row(String key, List<Double> ours, List<Double> peer) {
        return RatioTable.row(key, ours, peer).replaceAll(" +", " ");
    }

    @Test
    void aPeerNearTheAuthorsFigureCounts() {
        assertEquals("etth1-96 train 32 3 15.000 20.000 22.200 0.901 0.750 0.676 peer 0.7 NO",
                row("etth1-96 train 32", List.of(99.0, 15.0, 14.0), List.of(20.0, 21.0, 19.0)));
    }

    @Test
    void anyOtherPeerGivesWayToTheAuthorsFigure() {
        assertEquals("etth1-96 forward 1 2 0.800 1.100 2.300 0.478 0.727 0.348 authors 0.5 yes",
                row("etth1-96 forward 1", List.of(0.7, 0.9), List.of(1.1)));
    }

    @Test
    void withoutAFigureOfTheAuthorsThePeerCounts() {
        assertEquals("weather-96 forward 32 1 5.000 10.000 - - 0.500 - peer - ", row("weather-96 forward 32", List.of(5.0), List.of(10.0)));
    }
}
