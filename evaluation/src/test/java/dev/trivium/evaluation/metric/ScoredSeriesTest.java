package dev.trivium.evaluation.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScoredSeriesTest {

    @Test
    void naiveErrorIsTheMeanSeasonalChangeOfObservedPairs() {
        double[] training = {1, 5, 2, Double.NaN, 6, 9}; // season 2: |2-1| . |6-2| . -> 2.5
        assertEquals(2.5, ScoredSeries.naiveError(training, 2));
        assertEquals((4 + 3 + 3) / 3.0, ScoredSeries.naiveError(training, 1));
    }

    @Test
    void naiveErrorIsUnknownWithoutAPairAndZeroForAPeriodicSeries() {
        assertTrue(Double.isNaN(ScoredSeries.naiveError(new double[] {1, 2}, 2)));
        assertEquals(0, ScoredSeries.naiveError(new double[] {1, 2, 1, 2, 1}, 2));
        assertFalse(new ScoredSeries("a", "", 1, 0).hasNaiveError());
        assertFalse(ScoredSeries.named("a").hasNaiveError());
    }

    @Test
    void rejectsScalesThatCannotBe() {
        var zero = assertThrows(IllegalArgumentException.class, () -> new ScoredSeries("a", "", 0, 1));
        assertEquals("deviation must be finite and greater than 0, got 0.0 for series a", zero.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ScoredSeries("a", "", Double.NaN, 1));
        var negative = assertThrows(IllegalArgumentException.class, () -> new ScoredSeries("a", "", 1, -1));
        assertEquals("naiveError must be finite and at least 0, or NaN, got -1.0 for series a", negative.getMessage());
        var season = assertThrows(IllegalArgumentException.class, () -> ScoredSeries.naiveError(new double[3], 0));
        assertEquals("season must be at least 1, got 0", season.getMessage());
    }
}
