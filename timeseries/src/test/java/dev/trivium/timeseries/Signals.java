package dev.trivium.timeseries;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Hourly series of three variables, made to be learnt. */
public final class Signals {

    private static final double[] LEVEL = {10, -3, 250};
    private static final double[] SIZE = {2, 0.5, 40};

    private Signals() {}

    private interface Shape {
        double at(int t, int s);
    }

    /** A season of 12 steps with its first harmonic, and a tenth of noise. */
    public static SeriesSet season(int length) {
        Random noise = new Random(11);
        return of(length, (t, s) -> Math.sin(2 * Math.PI * (t + 2 * s) / 12) + 0.4 * Math.sin(2 * Math.PI * t / 6) + 0.1 * noise.nextGaussian());
    }

    /** A sum of independent steps. */
    public static SeriesSet walk(int length) {
        Random steps = new Random(12);
        double[] at = new double[LEVEL.length];
        return of(length, (t, s) -> at[s] += 0.2 * steps.nextGaussian());
    }

    /** A saw that rises by one in every 100 steps and falls back after 1000. */
    public static SeriesSet slope(int length) {
        Random noise = new Random(13);
        return of(length, (t, s) -> 0.01 * (t % 1000) + 0.001 * noise.nextGaussian());
    }

    private static SeriesSet of(int length, Shape shape) {
        int width = LEVEL.length;
        double[] values = new double[length * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = LEVEL[i % width] + SIZE[i % width] * shape.at(i / width, i % width);
        }
        List<Variable> variables = List.of(Variable.of("a", "kW"), Variable.of("b"), Variable.of("c", "degC"));
        return SeriesSet.of(TimeAxis.every(Duration.ofHours(1), Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC, length), variables, values);
    }

    /** The same series with some cells changed. */
    public static SeriesSet change(SeriesSet series, Change change) {
        double[] values = series.toArray();
        IntStream.range(0, values.length).forEach(i -> values[i] = change.of(i / series.width(), i % series.width(), values[i]));
        return SeriesSet.of(series.time(), series.variables(), values);
    }

    /** What becomes of a cell. */
    public interface Change {
        /** {@return the new value of series s at row t} */
        double of(int t, int s, double value);
    }
}
