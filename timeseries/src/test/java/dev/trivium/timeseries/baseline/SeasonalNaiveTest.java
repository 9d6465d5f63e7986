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
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeasonalNaiveTest extends ForecasterContract {

    @Override
    protected ForecasterSpec spec() {
        return new SeasonalNaiveSpec(24, 8);
    }

    private static Forecaster fitted(SeasonalNaiveSpec spec, SeriesSet series) {
        Split split = Split.ratios(series, 0.6, 0.2);
        return spec.fit(split.train(), split.validation(), Training.seed(1));
    }

    @Test
    void repeatsTheLastSeasonAsOftenAsTheHorizonNeedsIt() {
        SeriesSet series = Signals.season(200);
        try (Forecaster model = fitted(new SeasonalNaiveSpec(9, 11, 5), series)) {
            SeriesSet mean = model.predict(series).mean();
            for (int h = 0; h < 11; h++) {
                assertEquals(series.value(195 + h % 5, 2), mean.value(h, 2));
            }
            assertEquals(Optional.of("season 5"), model.note());
        }
    }

    @Test
    void findsTheSeasonInTheTrainingRows() {
        try (Forecaster model = fitted(new SeasonalNaiveSpec(24, 8), Signals.season(600))) {
            assertEquals(Optional.of("season 12"), model.note());
        }
    }

    @Test
    void saysSoWhenTheSeasonFoundIsTooLongForTheLookBack() {
        try (Forecaster model = fitted(new SeasonalNaiveSpec(10, 8), Signals.season(600))) {
            assertEquals(Optional.of("season 1, the last value: the season of 12 found in the training rows is longer than the look-back"),
                    model.note());
        }
    }

    @Test
    void repeatsTheLastValueWhereThereIsNoSeason() {
        SeriesSet walk = Signals.walk(600);
        try (Forecaster model = fitted(new SeasonalNaiveSpec(24, 8), walk)) {
            assertEquals(Optional.of("no season found in the training rows: the last value"), model.note());
            assertEquals(walk.value(599, 0), model.predict(walk).mean().value(7, 0));
        }
    }

    @Test
    void refusesAStatedSeasonThatIsLongerThanTheLookBack() {
        assertEquals("season must be between 1 and the look-back of 24 (0: found in the data), got 25",
                assertThrows(IllegalArgumentException.class, () -> new SeasonalNaiveSpec(24, 8, 25)).getMessage());
    }
}
