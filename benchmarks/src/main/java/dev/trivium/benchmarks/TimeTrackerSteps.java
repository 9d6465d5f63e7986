package dev.trivium.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.timeseries.timetracker.Corruption;
import dev.trivium.timeseries.timetracker.Pretraining;
import dev.trivium.timeseries.timetracker.TimeTrackerSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a step of pre-training Time Tracker's standard network takes as a user runs it; one JSON line, with the fields of
 * {@code peers/timetracker.py}.
 *
 * <p>From one step to the next: drawing series, hiding, scaling, batching, forward, loss, backward, clipping, Adam, balance. Series are drawn on a
 * second thread, which shares the core where the process is bound to one; how much of it that takes is {@code draws_ms}. Processor time also has a
 * twentieth of a validation in it.
 *
 * <p>In the standard recipe a seventh of the tokens comes before the first that learns, and a step leaves them out where it can. With
 * {@code --short-prefix 100} there are next to none of those, as with the peer.
 */
public final class TimeTrackerSteps {

    private static final List<String> OPTIONS = List.of("--batch", "--threads", "--runs", "--warm-up", "--short-prefix");
    private static final int EPOCH = 20;

    private TimeTrackerSteps() {}

    /** {@code [--batch 16] [--threads 1] [--runs 60] [--warm-up 10] [--short-prefix 50]}; the last in percent. */
    public static void main(String[] arguments) throws IOException {
        Arguments options = new Arguments(arguments, OPTIONS);
        int batch = options.number("--batch", 16);
        int runs = options.number("--runs", 60);
        int warmUp = options.number("--warm-up", 10);
        NativeRuntime.useThreads(options.number("--threads", 1));
        Clock clock = new Clock(warmUp, (runs + warmUp + EPOCH - 2) / (EPOCH - 1));
        TimeTrackerSettings settings = TimeTrackerSettings.standard();
        int shortPrefix = options.number("--short-prefix", 50);
        Pretraining pretraining = new Pretraining(settings, RandomTimeTracker.recipe(batch, EPOCH, corruption(shortPrefix)), new NoiseSource(1), new NoiseSource(2));
        pretraining.sit(Training.seed(2025).withDevice("cpu").withMonitor(clock), score -> {});
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("implementation", "trivium");
        line.put("engine", NativeRuntime.ENGINE);
        line.put("java", Runtime.version().toString());
        line.put("setting", "standard-" + settings.positions());
        line.put("mode", "train");
        line.put("short_prefix_percent", shortPrefix);
        line.put("batch", batch);
        line.put("parameters", clock.parameters);
        line.put("threads", NativeRuntime.threads());
        line.put("warm_up", warmUp);
        line.putAll(clock.wall.timings(warmUp, runs).fields());
        line.put("processor_ms", Math.rint(10 * clock.processorMillis()) / 10);
        line.put("draws_ms", Math.rint(100 * clock.drawsMillis()) / 100);
        ProcessMemory.peak().ifPresent(peak -> line.put("peak_rss_mb", Math.rint(10 * peak) / 10));
        System.out.println(new ObjectMapper().writeValueAsString(line));
    }

    private static Corruption corruption(int shortPrefix) {
        Corruption standard = Corruption.standard();
        return new Corruption(standard.spans(), standard.mostSpans(), standard.longestSpan(), standard.shortened(), standard.gaps(),
                shortPrefix / 100.0);
    }

    /** The time between steps by the clock, and the process's processor time by step, its compiler and collector included; ends the run in time. */
    private static final class Clock implements TrainingMonitor {

        private final StepClock wall = new StepClock();
        private final int warmUp;
        private final int epochs;
        private long parameters;
        private int steps;
        private double start;
        private double end;
        private double drawsStart;
        private double drawsEnd;

        Clock(int warmUp, int epochs) {
            this.warmUp = warmUp;
            this.epochs = epochs;
        }

        @Override
        public void started(Start run) {
            parameters = run.parameters();
        }

        @Override
        public void stepped(Progress progress) {
            wall.stepped(progress);
            steps++;
            if (steps == warmUp + 1 || steps == epochs * EPOCH) { // asking takes time
                start = end;
                drawsStart = drawsEnd;
                drawsEnd = draws();
                end = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
            }
        }

        /** Processor time of the thread that draws, so far. */
        private static double draws() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return Arrays.stream(threads.dumpAllThreads(false, false)).filter(thread -> thread.getThreadName().equals("pre-training draws"))
                    .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId())).sum() / 1e6;
        }

        @Override
        public boolean enough() {
            return steps >= epochs * EPOCH;
        }

        double drawsMillis() {
            return (drawsEnd - drawsStart) / (steps - 1 - warmUp);
        }

        double processorMillis() {
            return (end - start) / (steps - 1 - warmUp);
        }
    }
}
