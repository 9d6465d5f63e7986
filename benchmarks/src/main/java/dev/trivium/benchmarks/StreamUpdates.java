package dev.trivium.benchmarks;

import dev.trivium.evaluation.chart.LineChart;
import dev.trivium.imputation.fgatt.FgattImputer;
import dev.trivium.imputation.stream.GapStream;
import dev.trivium.nn.tensor.NativeRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long a row of a stream waits for its answer, and whether memory stays flat over many. FGATT with 2 layers, windows of 24 rows,
 * a tenth of the values missing. Ends with status 1 if resident memory grows. Prints the time of all updates, and of those during which the core
 * ran at full speed, see {@link CoreSpeed}.
 */
public final class StreamUpdates {

    private static final int WINDOW = 24;
    private static final double MISSING = 0.1;
    private static final double LIMIT = 1;
    private static final int WARM_UP = 300;

    private StreamUpdates() {}

    /** {@code [--nodes 100] [--width 64] [--updates 100000] [--threads 1] [--out target/stream]}; needs Linux. */
    public static void main(String[] arguments) throws IOException {
        Arguments options = new Arguments(arguments, List.of("--nodes", "--width", "--updates", "--threads", "--out"));
        int nodes = options.number("--nodes", 100);
        int updates = options.number("--updates", 100_000);
        NativeRuntime.useThreads(options.number("--threads", 1));
        Path out = Files.createDirectories(Path.of(options.text("--out", "target/stream")));
        MemoryLine memory = new MemoryLine();
        double[] milliseconds = new double[updates];
        CoreSpeed core = new CoreSpeed(updates);
        try (FgattImputer model = SmallFgatt.fit(nodes, WINDOW, options.number("--width", SmallFgatt.WIDTH))) {
            GapStream stream = GapStream.start(model, WINDOW, RandomSeries.of(1, nodes, 7).time());
            Random random = new Random(1);
            for (int i = -WARM_UP; i < updates; i++) {
                double[] row = row(random, nodes);
                long start = System.nanoTime();
                stream.update(row);
                double took = (System.nanoTime() - start) / 1e6;
                core.look(i);
                if (i >= 0) {
                    milliseconds[i] = took;
                    if (i % Math.max(1, updates / 400) == 0) {
                        memory.sample(i);
                    }
                }
            }
        }
        Timings timings = new Timings(milliseconds);
        System.out.printf(Locale.ROOT, "%,d updates of %d nodes: median %.2f ms, 10 %% below %.2f, 90 %% below %.2f, 99.9 %% below %.2f%n", updates,
                nodes, timings.quantile(0.5), timings.quantile(0.1), timings.quantile(0.9), timings.quantile(0.999));
        Timings fast = new Timings(core.atFullSpeed(milliseconds));
        System.out.printf(Locale.ROOT, "while the core ran at full speed, %.0f %% of them: median %.2f ms, 10 %% below %.2f, 90 %% below %.2f%n",
                100.0 * fast.count() / updates, fast.quantile(0.5), fast.quantile(0.1), fast.quantile(0.9));
        System.exit(report(memory, out) ? 0 : 1);
    }

    private static double[] row(Random random, int nodes) {
        double[] row = new double[nodes];
        for (int s = 0; s < nodes; s++) {
            row[s] = random.nextDouble() < MISSING ? Double.NaN : random.nextGaussian();
        }
        return row;
    }

    private static boolean report(MemoryLine memory, Path out) throws IOException {
        double slope = memory.slope();
        String text = String.format(Locale.ROOT, "resident %.1f MB at the start, %.1f MB at the end; slope over the last half %.3f MB per 10,000",
                memory.first()[1], memory.last()[1], slope);
        System.out.println(text + (slope < LIMIT ? "" : String.format(Locale.ROOT, " (must be below %.0f)", LIMIT)));
        LineChart chart = LineChart.of(String.format(Locale.ROOT, "Memory over %,.0f updates of a stream", memory.last()[0]),
                String.format(Locale.ROOT, "Slope over the last half: %.3f MB per 10,000.", slope), "updates", "MB", List.of(memory.line()));
        chart.picture().write(out.resolve("memory-updates.svg"));
        chart.picture().write(out.resolve("memory-updates.png"));
        return slope < LIMIT;
    }
}
