package dev.trivium.timeseries.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

class LastValueTest extends ForecasterContract {

    @Override
    protected ForecasterSpec spec() {
        return new LastValueSpec(24, 8);
    }

    @Override
    protected SeriesSet signal(int length) {
        return Signals.walk(length);
    }

    @Test
    void repeatsTheLastValueOfEachSeries() throws Exception {
        SeriesSet walk = Signals.walk(100);
        Split split = Split.ratios(walk, 0.6, 0.2);
        try (Forecaster model = new LastValueSpec(1, 3).fit(split.train(), split.validation(), Training.seed(1))) {
            SeriesSet mean = model.predict(walk).mean();
            for (int h = 0; h < 3; h++) {
                assertArrayEquals(walk.rows(99, 100).toArray(), mean.rows(h, h + 1).toArray());
            }
        }
    }

    @Test
    void rejectsLengthsBelowOne() {
        assertEquals("lookback must be between 1 and 100000, got 0",
                assertThrows(IllegalArgumentException.class, () -> new LastValueSpec(0, 8)).getMessage());
        assertEquals("horizon must be between 1 and 100000, got 0",
                assertThrows(IllegalArgumentException.class, () -> new LastValueSpec(24, 0)).getMessage());
    }
}
