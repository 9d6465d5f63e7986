package dev.trivium.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.fgatt.Architecture;
import dev.trivium.imputation.fgatt.FgattImputer;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.fgatt.Recipe;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long a training step of FGATT takes as a user runs it, and the estimates of a stream's last row; one JSON line, with the fields of
 * {@code peers/fgatt.py}.
 *
 * <p>{@code train}: from one step of {@code fit} to the next: drawing windows, hiding, interpolation, graphs, dropout, forward, loss, backward,
 * Adam; its processor time also has a tenth of a validation in it. {@code last}: {@code fillLast} of a window, from values to values in the units of the data.
 */
public final class FgattSteps {

    private static final List<String> OPTIONS = List.of("--case", "--nodes", "--width", "--batch", "--threads", "--runs", "--warm-up");
    private static final int WINDOW = 24;
    private static final int EPOCH = 10;

    private FgattSteps() {}

    /** {@code [--case train|last] [--nodes 100] [--width 64] [--batch 32] [--threads 1] [--runs 20] [--warm-up 10]}. */
    public static void main(String[] arguments) throws IOException {
        Arguments options = new Arguments(arguments, OPTIONS);
        String mode = options.text("--case", "train");
        int nodes = options.number("--nodes", 100);
        int width = options.number("--width", 64);
        int batch = mode.equals("train") ? options.number("--batch", 32) : 1;
        int runs = options.number("--runs", 20);
        int warmUp = options.number("--warm-up", 10);
        NativeRuntime.useThreads(options.number("--threads", 1));
        int epochs = mode.equals("train") ? (runs + warmUp + EPOCH - 2) / (EPOCH - 1) : 1;
        FgattSpec spec = FgattSpec.standard().withStride(WINDOW)
                .withArchitecture(Architecture.standard().withSizes(width, 4, 2 * width, 2).withWindow(WINDOW))
                .withRecipe(Recipe.standard().withSteps(batch, mode.equals("train") ? EPOCH : 1).withEpochs(epochs, epochs));
        Clocks clock = new Clocks(warmUp);
        SeriesSet series = RandomSeries.of(10 * WINDOW, nodes, 1);
        Split split = Split.at(series, 8 * WINDOW, 9 * WINDOW, 10 * WINDOW);
        try (FgattImputer model = spec.fit(split.train(), split.validation(), Training.seed(2025).withDevice("cpu").withMonitor(clock))) {
            Timings timings = switch (mode) {
                case "train" -> clock.wall.timings(warmUp, runs);
                case "last" -> last(model, series, warmUp, runs);
                default -> throw new IllegalArgumentException("case must be train or last, got " + mode);
            };
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("implementation", "trivium");
            line.put("engine", NativeRuntime.ENGINE);
            line.put("java", Runtime.version().toString());
            line.put("setting", String.format(Locale.ROOT, "%dx%d-width-%d", nodes, WINDOW, width));
            line.put("mode", mode);
            line.put("batch", batch);
            line.put("threads", NativeRuntime.threads());
            line.put("warm_up", warmUp);
            line.putAll(timings.fields());
            if (mode.equals("train")) {
                line.put("processor_ms", Math.rint(10 * clock.processorMillis()) / 10);
            }
            ProcessMemory.peak().ifPresent(peak -> line.put("peak_rss_mb", Math.rint(10 * peak) / 10));
            System.out.println(new ObjectMapper().writeValueAsString(line));
        }
    }

    /** The time between steps by the clock, and the process's processor time, its compiler and collector included, by step. */
    private static final class Clocks implements TrainingMonitor {

        private final StepClock wall = new StepClock();
        private final int warmUp;
        private int steps;
        private double start;
        private double end;

        Clocks(int warmUp) {
            this.warmUp = warmUp;
        }

        @Override
        public void stepped(Progress progress) {
            wall.stepped(progress);
            end = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
            start = steps++ == warmUp ? end : start;
        }

        double processorMillis() {
            return (end - start) / (steps - 1 - warmUp);
        }
    }

    private static Timings last(FgattImputer model, SeriesSet series, int warmUp, int runs) {
        double[] values = series.rows(0, WINDOW).toArray();
        return Timings.of(warmUp, runs, () -> model.fillLast(values, WINDOW));
    }
}
