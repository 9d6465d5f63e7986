package dev.trivium.benchmarks;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.waverora.PublishedSettings;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** The published settings that are timed: look-back 96, horizon 96, batches of 32. */
enum PublishedSize {
    ETTH1(PublishedSettings.ETTH1, 7),
    ETTH2(PublishedSettings.ETTH2, 7),
    ETTM1(PublishedSettings.ETTM1, 7),
    WEATHER(PublishedSettings.WEATHER, 21);

    private static final int HORIZON = 96;
    private static final String SUFFIX = "-96";

    private final WaveRoraSpec spec;
    private final int variates;

    PublishedSize(PublishedSettings settings, int variates) {
        this.spec = settings.horizon(HORIZON);
        this.variates = variates;
    }

    static PublishedSize named(String label) {
        return Arrays.stream(values()).filter(size -> size.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("setting must be one of "
                        + Arrays.stream(values()).map(PublishedSize::label).toList() + ", got " + label));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT) + SUFFIX;
    }

    WaveRoraSpec spec() {
        return spec;
    }

    /** A random series whose training rows hold exactly so many windows, followed by as many rows for validation as one window takes. */
    Split series(int windows) {
        int end = windows + spec.lookback() + spec.horizon() - 1;
        SeriesSet series = RandomSeries.of(end + 2 * spec.horizon(), variates, 2025);
        return Split.at(series, end, end + spec.horizon(), end + 2 * spec.horizon());
    }

    /** One epoch of so many steps. */
    Forecaster fit(int steps, Training training) throws IOException {
        Split split = series(steps * spec.recipe().batch());
        return spec.fit(split.train(), split.validation(), training.withEpochs(1));
    }
}
