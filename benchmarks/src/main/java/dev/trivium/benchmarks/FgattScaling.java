package dev.trivium.benchmarks;

import dev.trivium.data.fill.GapFiller;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.evaluation.chart.Line;
import dev.trivium.evaluation.chart.LineChart;
import dev.trivium.imputation.fgatt.FgattImputer;
import dev.trivium.nn.tensor.NativeRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the time of filling one window grows with the number of nodes (24 rows) and with its rows (100 nodes), graph included, at width 64. For
 * each it writes a table as CSV, a chart as SVG and PNG, and prints the exponent of the power of best fit: 1 is linear.
 */
public final class FgattScaling {

    private static final int[] NODES = {25, 50, 100, 200, 400, 800, 1600, 2000};
    private static final int[] ROWS = {6, 12, 24, 48, 96, 192};

    private FgattScaling() {}

    /** A measured row: how many, and the median ms. */
    private record Point(int count, double milliseconds) {
    }

    /** {@code [--threads 1] [--runs 9] [--out target/fgatt-scaling]}. */
    public static void main(String[] arguments) throws IOException {
        Arguments options = new Arguments(arguments, List.of("--threads", "--runs", "--out"));
        NativeRuntime.useThreads(options.number("--threads", 1));
        int runs = options.number("--runs", 9);
        Path out = Files.createDirectories(Path.of(options.text("--out", "target/fgatt-scaling")));
        List<Point> nodes = new ArrayList<>();
        for (int count : NODES) {
            nodes.add(new Point(count, median(count, 24, runs)));
        }
        report(out, "nodes", "Filling one window of 24 rows, width 64, 2 layers.", nodes);
        List<Point> rows = new ArrayList<>();
        for (int count : ROWS) {
            rows.add(new Point(count, median(100, count, runs)));
        }
        report(out, "rows", "Filling one window of 100 nodes, width 64, 2 layers.", rows);
    }

    private static double median(int nodes, int rows, int runs) throws IOException {
        SeriesSet window = RandomSeries.of(rows, nodes, 3);
        try (FgattImputer model = SmallFgatt.fit(nodes, rows, SmallFgatt.WIDTH)) {
            GapFiller filler = model;
            return Timings.of(3, runs, () -> filler.fill(window)).quantile(0.5);
        }
    }

    private static void report(Path out, String what, String subtitle, List<Point> points) throws IOException {
        StringBuilder table = new StringBuilder(what + ",ms\n");
        points.forEach(p -> table.append(String.format(Locale.ROOT, "%d,%.3f%n", p.count(), p.milliseconds())));
        Files.writeString(out.resolve(what + ".csv"), table);
        double[] x = points.stream().mapToDouble(Point::count).toArray();
        double[] y = points.stream().mapToDouble(Point::milliseconds).toArray();
        LineChart chart = LineChart.of("Time of filling over the number of " + what, subtitle, what, "ms", List.of(Line.of("median", x, y)));
        chart.picture().write(out.resolve(what + ".svg"));
        chart.picture().write(out.resolve(what + ".png"));
        System.out.printf(Locale.ROOT, "%s: %d to %d, %.2f to %.2f ms, exponent %.2f%n", what, points.get(0).count(),
                points.get(points.size() - 1).count(), y[0], y[y.length - 1],
                MolGraphScaling.slope(Arrays.stream(x).map(Math::log).toArray(), Arrays.stream(y).map(Math::log).toArray()));
    }
}
