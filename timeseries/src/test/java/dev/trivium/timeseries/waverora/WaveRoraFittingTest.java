package dev.trivium.timeseries.waverora;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.wavelet.Wavelet;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.Signals;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a fit may see of the data. */
class WaveRoraFittingTest {

    private static final Architecture SMALL = new Architecture(new Decomposition(Wavelet.SYM3, 1, 8),
            new EncoderSettings(1, 16, 2, 2, 16, 3, 0.1), Variant.full(), Quirks.published());

    private static Forecaster fit(SeriesSet series, int lookback, int horizon) throws IOException {
        Split split = Split.at(series, 200, 260, 300);
        return WaveRoraSpec.of(lookback, horizon).with(SMALL).fit(split.train(), split.validation(), Training.seed(3).withEpochs(1).withDevice("cpu"));
    }

    @Test // one epoch: validation rows have nothing to choose
    void valuesAfterTheTrainingRowsDoNotMoveTheWeights() throws IOException {
        SeriesSet series = Signals.season(300);
        SeriesSet poisoned = Signals.change(series, (t, s, value) -> t < 200 ? value : 1e4 * (s + 1) - 7 * value);
        try (Forecaster clean = fit(series, 24, 8); Forecaster other = fit(poisoned, 24, 8)) {
            Map<String, float[]> expected = ((WaveRoraForecaster) clean).parameters().snapshot();
            ((WaveRoraForecaster) other).parameters().snapshot().forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
            assertArrayEquals(clean.predict(series).mean().toArray(), other.predict(series).mean().toArray());
        }
    }

    @Test
    void oddLookBacksAndHorizonsAndASingleSeriesCanBeFittedAndForecast() throws IOException {
        SeriesSet series = Signals.season(300);
        SeriesSet one = series.select(List.of("b"));
        for (int[] size : new int[][] {{5, 1}, {24, 31}, {7, 13}}) {
            for (SeriesSet each : List.of(series, one)) {
                try (Forecaster fitted = fit(each, size[0], size[1])) {
                    assertEquals(size[1], fitted.predict(each).mean().length());
                    assertEquals(0, fitted.predict(each).mean().missing());
                }
            }
        }
    }
}
