package dev.trivium.timeseries.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterContract;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.Signals;
import org.junit.jupiter.api.Test;

class DriftTest extends ForecasterContract {

    @Override
    protected ForecasterSpec spec() {
        return new DriftSpec(24, 8);
    }

    @Override
    protected SeriesSet signal(int length) {
        return Signals.slope(length);
    }

    @Test
    void goesOnAlongTheLineThroughTheFirstAndLastValue() throws Exception {
        SeriesSet walk = Signals.walk(100);
        Split split = Split.ratios(walk, 0.6, 0.2);
        try (Forecaster model = new DriftSpec(5, 3).fit(split.train(), split.validation(), Training.seed(1))) {
            SeriesSet mean = model.predict(walk).mean();
            for (int s = 0; s < 3; s++) {
                double slope = (walk.value(99, s) - walk.value(95, s)) / 4;
                for (int h = 0; h < 3; h++) {
                    assertEquals(walk.value(99, s) + (h + 1) * slope, mean.value(h, s), 1e-9);
                }
            }
        }
    }

    @Test
    void rejectsALookBackThatHasNoSlope() {
        assertEquals("lookback must be between 2 and 100000, got 1",
                assertThrows(IllegalArgumentException.class, () -> new DriftSpec(1, 8)).getMessage());
    }
}
