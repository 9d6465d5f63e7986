package dev.trivium.benchmarks;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.evaluation.chart.LineChart;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.timeseries.timetracker.TimeTracker;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How long one caller waits for a forecast of a series by Time Tracker, with quantiles, from and to the units of the data, and whether memory
 * stays flat over many. Ends with status 1 if a forecast takes 50 ms or more in the median, or resident memory grows.
 */
public final class TimeTrackerForecasts {

    private static final double LIMIT_MILLIS = 50;
    private static final double LIMIT_SLOPE = 1;
    private static final int WARM_UP = 200;
    private static final int HISTORIES = 100;
    private static final int FEW = 10_000; // below, the Java heap and compiler are still growing and the slope says nothing

    private TimeTrackerForecasts() {}

    /**
     * {@code [--weights FILE|shipped] [--context 512] [--horizon 96] [--forecasts 20000] [--threads 1] [--out target/timetracker]}; needs Linux.
     * Without weights they are random.
     */
    public static void main(String[] arguments) throws IOException {
        Arguments options = new Arguments(arguments, List.of("--weights", "--context", "--horizon", "--forecasts", "--threads", "--out"));
        int forecasts = options.number("--forecasts", 20_000);
        int context = options.number("--context", 512);
        int horizon = options.number("--horizon", 96);
        NativeRuntime.useThreads(options.number("--threads", 1));
        Path out = Files.createDirectories(Path.of(options.text("--out", "target/timetracker")));
        MemoryLine memory = new MemoryLine();
        double[] milliseconds = new double[forecasts];
        SeriesSet series = RandomSeries.of(context + HISTORIES, 1, 3);
        try (TimeTracker tracker = tracker(options.text("--weights", ""), out)) {
            System.out.println(tracker.origin());
            for (int i = -WARM_UP; i < forecasts; i++) {
                int from = Math.floorMod(i, HISTORIES);
                SeriesSet history = series.rows(from, from + context);
                long start = System.nanoTime();
                tracker.forecast(history, horizon);
                if (i >= 0) {
                    milliseconds[i] = (System.nanoTime() - start) / 1e6;
                    sample(i + 1, forecasts, memory);
                }
            }
        }
        Timings timings = new Timings(milliseconds);
        System.out.printf(Locale.ROOT, "%,d forecasts of %d steps from %d: median %.2f ms, 10 %% below %.2f, 90 %% below %.2f, 99.9 %% below %.2f%n",
                forecasts, horizon, context, timings.quantile(0.5), timings.quantile(0.1), timings.quantile(0.9), timings.quantile(0.999));
        boolean flat = forecasts < FEW || report(memory, out);
        System.exit(flat && timings.quantile(0.5) < LIMIT_MILLIS ? 0 : 1);
    }

    private static TimeTracker tracker(String weights, Path out) throws IOException {
        if (weights.equals("shipped")) {
            return TimeTracker.shipped();
        }
        return TimeTracker.load(weights.isEmpty() ? RandomTimeTracker.write(out) : Path.of(weights));
    }

    /** Samples memory 400 times and prints it 20 times. */
    private static void sample(int done, int of, MemoryLine memory) {
        if (done % Math.max(1, of / 400) == 0) {
            memory.sample(done);
        }
        if (done % Math.max(1, of / 20) == 0) {
            double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
            System.out.printf(Locale.ROOT, "%,7d forecasts: resident %.1f MB, heap in use %.1f MB%n", done, memory.last()[1], heap);
        }
    }

    private static boolean report(MemoryLine memory, Path out) throws IOException {
        double slope = memory.slope();
        System.out.printf(Locale.ROOT, "slope over the last half %.3f MB per 10,000%s%n", slope,
                slope < LIMIT_SLOPE ? "" : String.format(Locale.ROOT, " (must be below %.0f)", LIMIT_SLOPE));
        LineChart chart = LineChart.of(String.format(Locale.ROOT, "Memory over %,.0f forecasts", memory.last()[0]),
                String.format(Locale.ROOT, "Slope over the last half: %.3f MB per 10,000.", slope), "forecasts", "MB", List.of(memory.line()));
        chart.picture().write(out.resolve("memory-forecasts.svg"));
        chart.picture().write(out.resolve("memory-forecasts.png"));
        return slope < LIMIT_SLOPE;
    }
}
