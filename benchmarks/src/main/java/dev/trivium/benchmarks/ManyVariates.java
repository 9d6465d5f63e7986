package dev.trivium.benchmarks;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.timetracker.FineTuning;
import dev.trivium.timeseries.timetracker.Mixing;
import dev.trivium.timeseries.timetracker.Start;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How long a step of fine-tuning Time Tracker on many variates that see each other takes, how long their forecast, and the process's peak of
 * resident memory. A window is {@code --patches} patches of 24 rows.
 */
public final class ManyVariates {

    private static final int PATCH = 24;

    private ManyVariates() {}

    /** {@code [--variates 321] [--patches 7] [--batch 4] [--steps 4] [--nearest 0 for all] [--threads 1] [--out target/timetracker]}. */
    public static void main(String[] arguments) throws IOException {
        Arguments options = new Arguments(arguments, List.of("--variates", "--patches", "--batch", "--steps", "--nearest", "--threads", "--out"));
        int variates = options.number("--variates", 321);
        int lookback = PATCH * options.number("--patches", 7);
        int batch = options.number("--batch", 4);
        int steps = options.number("--steps", 4);
        NativeRuntime.useThreads(options.number("--threads", 1));
        Path out = Files.createDirectories(Path.of(options.text("--out", "target/timetracker")));
        Mixing mixing = options.text("--nearest", "0").equals("0") ? new Mixing(Mixing.Kind.SOFT, 0)
                : new Mixing(Mixing.Kind.NEAREST, options.number("--nearest", 1));
        FineTuning tuning = FineTuning.standard().with(mixing).withBatch(batch).withEpochs(1, 1);
        TimeTrackerSpec spec = TimeTrackerSpec.fineTuned(lookback, PATCH, tuning).with(Start.file(RandomTimeTracker.write(out)));
        int train = lookback + PATCH + batch * steps - 1; // rows of as many windows
        int end = train + PATCH + batch - 1;
        SeriesSet series = RandomSeries.of(end + PATCH, variates, 1);
        Split split = Split.at(series, train, end, end + PATCH);
        StepClock clock = new StepClock();
        try (Forecaster model = spec.fit(split.train(), split.validation(), Training.seed(1).withDevice("cpu").withMonitor(clock))) {
            Timings step = clock.timings(1, steps);
            SeriesSet history = series.rows(end - lookback, end);
            Timings forecast = Timings.of(1, 3, () -> model.predict(history));
            System.out.printf(Locale.ROOT, "%d variates, %d rows, %s: a step of %d windows %.0f ms, a forecast %.0f ms, peak resident %.0f MB%n",
                    variates, lookback, mixing, batch, step.quantile(0.5), forecast.quantile(0.5), ProcessMemory.peak().orElse(Double.NaN));
        }
    }
}
