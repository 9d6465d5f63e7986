package dev.trivium.benchmarks;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.wavelet.Wavelet;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.waverora.Architecture;
import dev.trivium.timeseries.waverora.Decomposition;
import dev.trivium.timeseries.waverora.EncoderSettings;
import dev.trivium.timeseries.waverora.Quirks;
import dev.trivium.timeseries.waverora.Recipe;
import dev.trivium.timeseries.waverora.Variant;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;

/** WaveRoRA with every part, dropout included, so small that tens of thousands of steps take minutes; never stops early. */
final class SmallWaveRora {

    static final int LOOKBACK = 24;
    static final int HORIZON = 8;
    static final int VARIATES = 3;
    static final int BATCH = 8;

    private static final int VALIDATION_WINDOWS = 64;

    private final Split split;
    private final WaveRoraSpec spec;

    SmallWaveRora(int stepsPerEpoch, int epochs) {
        int end = stepsPerEpoch * BATCH + LOOKBACK + HORIZON - 1;
        int validationEnd = end + VALIDATION_WINDOWS + HORIZON - 1;
        split = Split.at(RandomSeries.of(validationEnd + HORIZON, VARIATES, 7), end, validationEnd, validationEnd + HORIZON);
        Architecture architecture = new Architecture(new Decomposition(Wavelet.SYM3, 2, 8),
                new EncoderSettings(1, 16, 2, 2, 16, 3, 0.2), Variant.full(), Quirks.published());
        spec = new WaveRoraSpec(LOOKBACK, HORIZON, architecture, new Recipe(1e-3, epochs, epochs, BATCH));
    }

    Forecaster fit(Training training) throws IOException {
        return spec.fit(split.train(), split.validation(), training);
    }

    /** One of many different histories. */
    static SeriesSet history(int number) {
        return RandomSeries.of(LOOKBACK, VARIATES, 1000 + number);
    }
}
