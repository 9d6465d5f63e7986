package dev.trivium.cli.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A table of hours that a test makes, spoils or not, and writes as CSV. Missing values are NaN, and empty in the file. */
final class MadeSeries {

    private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

    private final List<String> names = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final int rows;

    private MadeSeries(int rows) {
        this.rows = rows;
    }

    /** Without columns yet. */
    static MadeSeries empty(int rows) {
        return new MadeSeries(rows);
    }

    /** Three plain series: daily cycles of several heights with noise, and a slow drift. */
    static MadeSeries plant(int rows, long seed) {
        Random random = new Random(seed);
        MadeSeries table = empty(rows);
        String[] names = {"flow (m3/h)", "head (m)", "power (kW)"};
        for (int s = 0; s < names.length; s++) {
            double height = 4 + 3 * s;
            double shift = s;
            double slow = 0.01 * (s - 1);
            double[] wander = wander(rows, random);
            table.with(names[s], t -> 50 + 20 * height + height * Math.sin(2 * Math.PI * (t + shift) / 24) + slow * t + wander[(int) t]);
        }
        return table;
    }

    /** Noise that remembers half of the hour before. */
    static double[] wander(int rows, Random random) {
        double[] values = new double[rows];
        for (int t = 0; t < rows; t++) {
            values[t] = (t == 0 ? 0 : 0.5 * values[t - 1]) + random.nextGaussian();
        }
        return values;
    }

    MadeSeries with(String name, DoubleUnaryOperator value) {
        return with(name, IntStream.range(0, rows).mapToDouble(value::applyAsDouble).toArray());
    }

    MadeSeries with(String name, double[] values) {
        names.add(name);
        columns.add(values.clone());
        return this;
    }

    int rows() {
        return rows;
    }

    int width() {
        return columns.size();
    }

    /** The values themselves, to be spoilt. */
    double[] column(int s) {
        return columns.get(s);
    }

    /** How the terminal writes the stamp of a row, but for its seconds. */
    static String stamp(int row) {
        return START.plusHours(row).toString();
    }

    /** Copies rows {@code [from, from + count)} of all series to {@code to}. */
    MadeSeries paste(int from, int to, int count) {
        columns.forEach(values -> System.arraycopy(values, from, values, to, count));
        return this;
    }

    /** Puts every column to mean 0 and standard deviation 1 over all rows. */
    MadeSeries standardised() {
        for (double[] values : columns) {
            double mean = Arrays.stream(values).average().orElse(0);
            double deviation = Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(1));
            Arrays.setAll(values, t -> (values[t] - mean) / deviation);
        }
        return this;
    }

    /** Writes four decimals. */
    Path write(Path file) throws IOException {
        return write(file, "%.4f");
    }

    Path write(Path file, String format) throws IOException {
        StringBuilder text = new StringBuilder("date,").append(String.join(",", names)).append('\n');
        for (int t = 0; t < rows; t++) {
            text.append(stamp(t));
            for (double[] values : columns) {
                text.append(',').append(Double.isNaN(values[t]) ? "" : String.format(Locale.ROOT, format, values[t]));
            }
            text.append('\n');
        }
        return Files.writeString(file, text);
    }
}
