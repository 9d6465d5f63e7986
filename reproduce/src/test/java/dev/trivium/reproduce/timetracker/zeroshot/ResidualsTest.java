package dev.trivium.reproduce.timetracker.zeroshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.window.Windows;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualsTest {

    @Test
    void quantilesLieBetweenOrderStatistics() {
        double[] errors = {-2, 0, 1, 7};
        assertEquals(-2, Residuals.quantile(errors, 0));
        assertEquals(0.5, Residuals.quantile(errors, 0.5));
        assertEquals(1 + 0.4 * 6, Residuals.quantile(errors, 0.8), 1e-12);
        assertEquals(3, Residuals.quantile(new double[] {3}, 0.9));
    }

    @Test
    void errorsAreTakenPerStepAndSeriesAndAMissingTargetHasNone() {
        Windows windows = Rows.windows(new double[][] {{1, 10}, {2, Double.NaN}, {4, 30}, {8, 40}}, 1, 2);
        assertEquals(2, windows.count());
        Residuals residuals = Residuals.of(windows, new double[8]); // forecasts of 0: errors are the targets
        // step 1 has targets (2, missing), (4, 30); step 2 (4, 30), (8, 40)
        assertArrayEquals(new double[] {103, 130, 106, 135}, residuals.around(new double[] {100, 100, 100, 100}, List.of(0.5)).get(0), 1e-12);
    }

    @Test
    void aSeriesThatIsNeverObservedIsRefused() {
        SeriesSet rows = Rows.of(new double[][] {{1, 1}, {2, Double.NaN}, {3, Double.NaN}});
        Windows windows = Rows.windows(rows, 1, 1);
        assertEquals("series s1 must have a target before the test rows at step 1, got none",
                assertThrows(IllegalArgumentException.class, () -> Residuals.of(windows, new double[windows.count() * 2])).getMessage());
    }
}
