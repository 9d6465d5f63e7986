package dev.trivium.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a training step and a forecast of WaveRoRA take at the published sizes, as a user runs them; one JSON line for each, with the
 * fields of {@code peers/bench_waverora.py}, each from a process of its own.
 *
 * <p>{@code train}: from one step of {@code fit} to the next: gathering the batch, dropout, forward, loss, backward, Adam.
 * {@code forward} of 1: {@code predict} of a history, from values in the data's units to values in the data's units; of 32: as many
 * windows of a rolling evaluation.
 */
public final class WaveRoraSteps {

    private static final List<String> OPTIONS = List.of("--settings", "--threads", "--runs", "--warm-up", "--case");
    private static final List<String> CASES = List.of("train:32", "forward:1", "forward:32");
    private static final int ROLLED = 32;

    private WaveRoraSteps() {}

    /**
     * {@code [--settings etth1-96,weather-96] [--threads 1] [--runs 200] [--warm-up 100] [--case train:32|forward:1|forward:32]}; with a
     * case, in this process.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments options = new Arguments(arguments, OPTIONS);
        String all = String.join(",", Arrays.stream(PublishedSize.values()).map(PublishedSize::label).toList());
        List<PublishedSize> sizes = Arrays.stream(options.text("--settings", all).split(",")).map(PublishedSize::named).toList();
        String only = options.text("--case", "");
        for (PublishedSize size : sizes) {
            for (String each : only.isEmpty() ? CASES : List.of(only)) {
                if (only.isEmpty()) {
                    inChild(size, each, options);
                } else {
                    System.out.println(new ObjectMapper().writeValueAsString(measure(size, each, options)));
                }
            }
        }
    }

    private static void inChild(PublishedSize size, String each, Arguments options) throws IOException, InterruptedException {
        List<String> child = new ArrayList<>(List.of("--settings", size.label(), "--case", each));
        for (String name : List.of("--threads", "--runs", "--warm-up")) {
            String value = options.text(name, "");
            if (!value.isEmpty()) {
                child.addAll(List.of(name, value));
            }
        }
        int status = JavaProcess.of(WaveRoraSteps.class, child).redirectOutput(ProcessBuilder.Redirect.INHERIT).start().waitFor();
        if (status != 0) {
            throw new IOException(size.label() + " " + each + " must end with status 0, got " + status);
        }
    }

    private static Map<String, Object> measure(PublishedSize size, String mode, Arguments options) throws IOException {
        int threads = options.number("--threads", 1);
        int runs = options.number("--runs", 200);
        int warmUp = options.number("--warm-up", 100);
        NativeRuntime.useThreads(threads);
        Timings timings = switch (mode) {
            case "train:32" -> training(size, warmUp, runs);
            case "forward:1" -> oneHistory(size, warmUp, runs);
            case "forward:32" -> windows(size, warmUp, runs);
            default -> throw new IllegalArgumentException("case must be one of " + CASES + ", got " + mode);
        };
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("implementation", "trivium");
        line.put("engine", NativeRuntime.ENGINE);
        line.put("java", Runtime.version().toString());
        line.put("setting", size.label());
        line.put("mode", mode.substring(0, mode.indexOf(':')));
        line.put("batch", Integer.parseInt(mode.substring(mode.indexOf(':') + 1)));
        line.put("threads", threads);
        line.put("warm_up", warmUp);
        line.putAll(timings.fields());
        ProcessMemory.peak().ifPresent(peak -> line.put("peak_rss_mb", Math.rint(10 * peak) / 10));
        return line;
    }

    /** Keeps the moment at which each step ended. */
    private static final class Clock implements TrainingMonitor {

        private final long[] ends;
        private int steps;

        Clock(int steps) {
            ends = new long[steps];
        }

        @Override
        public void stepped(Progress progress) {
            ends[steps++] = System.nanoTime();
        }
    }

    private static Timings training(PublishedSize size, int warmUp, int runs) throws IOException {
        Clock clock = new Clock(warmUp + runs);
        size.fit(warmUp + runs, Training.seed(2025).withDevice("cpu").withMonitor(clock)).close();
        double[] milliseconds = new double[runs];
        Arrays.setAll(milliseconds, i -> (clock.ends[warmUp + i] - clock.ends[warmUp + i - 1]) / 1e6);
        return new Timings(milliseconds);
    }

    private static Timings oneHistory(PublishedSize size, int warmUp, int runs) throws IOException {
        SeriesSet series = size.series(ROLLED).train().series();
        SeriesSet history = series.rows(0, size.spec().lookback());
        try (Forecaster model = size.fit(1, Training.seed(2025).withDevice("cpu"))) {
            return Timings.of(warmUp, runs, () -> model.predict(history));
        }
    }

    private static Timings windows(PublishedSize size, int warmUp, int runs) throws IOException {
        WaveRoraSpec spec = size.spec();
        Split split = size.series(ROLLED);
        try (Forecaster model = size.fit(1, Training.seed(2025).withDevice("cpu"))) {
            Forecaster.Rolling rolling = model.rolling(Windows.over(split.train(), spec.lookback(), spec.horizon(), 1));
            return Timings.of(warmUp, runs, () -> rolling.predict(0, ROLLED));
        }
    }
}
