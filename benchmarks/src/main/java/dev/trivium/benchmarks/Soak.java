package dev.trivium.benchmarks;

import dev.trivium.evaluation.chart.LineChart;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.timeseries.Forecaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Whether memory stays flat: 40,000 training steps and 100,000 predictions in one process, with resident memory drawn over both, and then
 * whether eight threads that share the model under garbage-collection torture get the bits of one. Ends with status 1 if not.
 */
public final class Soak {

    private static final double LIMIT = 1;
    private static final int EPOCHS = 20;

    private Soak() {}

    /** {@code [--steps 40000] [--predictions 100000] [--rounds 1000] [--out target/soak]}; needs Linux. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments options = new Arguments(arguments, List.of("--steps", "--predictions", "--rounds", "--out"));
        int steps = options.number("--steps", 40_000);
        int predictions = options.number("--predictions", 100_000);
        Path out = Files.createDirectories(Path.of(options.text("--out", "target/soak")));
        boolean good;
        Watch watch = new Watch(Math.max(1, steps / 400));
        Training training = Training.seed(7).withDevice("cpu").withCheckpoint(out.resolve("soak.trivium")).withMonitor(watch);
        try (Forecaster model = new SmallWaveRora(Math.max(1, steps / EPOCHS), EPOCHS).fit(training)) {
            good = report("training steps", watch.memory, out);
            good &= report("predictions", predict(model, predictions), out);
            long different = new SharedModel(model, 8).different(options.number("--rounds", 1000));
            System.out.printf(Locale.ROOT, "8 threads under garbage-collection torture: %d of %,d forecasts differ from one thread's%n",
                    different, 8L * options.number("--rounds", 1000));
            good &= different == 0;
        }
        System.exit(good ? 0 : 1);
    }

    /** Samples memory now and then. */
    private static final class Watch implements TrainingMonitor {

        private final MemoryLine memory = new MemoryLine();
        private final int every;
        private long steps;

        Watch(int every) {
            this.every = every;
        }

        @Override
        public void stepped(Progress progress) {
            if (++steps % every == 0) {
                memory.sample(steps);
            }
        }
    }

    private static MemoryLine predict(Forecaster model, int predictions) {
        MemoryLine memory = new MemoryLine();
        int every = Math.max(1, predictions / 400);
        for (int i = 1; i <= predictions; i++) {
            model.predict(SmallWaveRora.history(i));
            if (i % every == 0) {
                memory.sample(i);
            }
        }
        return memory;
    }

    private static boolean report(String what, MemoryLine memory, Path out) throws IOException {
        double slope = memory.slope();
        String text = String.format(Locale.ROOT, "%,.0f %s: resident %.1f MB after %,.0f, %.1f MB at the end; slope over the last half %.3f MB per 10,000",
                memory.last()[0], what, memory.first()[1], memory.first()[0], memory.last()[1], slope);
        System.out.println(text + (slope < LIMIT ? "" : String.format(Locale.ROOT, " (must be below %.0f)", LIMIT)));
        LineChart chart = LineChart.of(String.format(Locale.ROOT, "Memory over %,.0f %s", memory.last()[0], what),
                String.format(Locale.ROOT, "Slope over the last half: %.3f MB per 10,000.", slope), what, "MB",
                List.of(memory.line())).withMark(memory.last()[0] / 2, "last half from here");
        String name = "memory-" + what.replace(' ', '-');
        chart.picture().write(out.resolve(name + ".svg"));
        chart.picture().write(out.resolve(name + ".png"));
        return slope < LIMIT;
    }
}
