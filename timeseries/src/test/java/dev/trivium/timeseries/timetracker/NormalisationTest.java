package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NormalisationTest {

    private static final boolean[] ALL = {true, true, true, true};

    @Test
    void takesMeanAndPopulationDeviationOfTheVisiblePointsAlone() {
        float[] values = {1, Float.NaN, 5, 900};
        Normalisation got = Normalisation.of(values, new boolean[] {true, false, true, true}, 3, 2).orElseThrow();
        assertEquals(new Normalisation(3, 2), got);
        assertEquals(-1, got.normalised(1));
        assertEquals(5, got.restored(1));
    }

    @Test
    void cutsWhatIsFarOut() {
        Normalisation unit = new Normalisation(0, 1);
        assertEquals(20, unit.normalised(21));
        assertEquals(-20, unit.normalised(-1e9f));
    }

    @Test
    void aConstantHasNone() {
        assertTrue(Normalisation.of(new float[] {7, 7, 7, 7}, ALL, 4, 1).isEmpty());
        assertTrue(Normalisation.of(new float[4], ALL, 4, 1).isEmpty());
        float roundedTwice = Math.nextUp(1e6f);
        assertTrue(Normalisation.of(new float[] {1e6f, roundedTwice, 1e6f, roundedTwice}, ALL, 4, 1).isEmpty());
    }

    @Test
    void tooFewPointsHaveNone() {
        assertTrue(Normalisation.of(new float[] {1, 2, 3, 4}, ALL, 4, 5).isEmpty());
        assertTrue(Normalisation.of(new float[] {1, 2, 3, 4}, new boolean[4], 4, 0).isEmpty());
    }

    @Test
    void theUnitOfASeriesDoesNotMatter() {
        float[] small = {1e-7f, 2e-7f, 4e-7f, 3e-7f};
        Normalisation got = Normalisation.of(small, ALL, 4, 1).orElseThrow();
        assertEquals(-1.3416, got.normalised(small[0]), 1e-4);
    }
}
