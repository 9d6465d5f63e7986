package dev.trivium.benchmarks;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Hourly series of daily waves and seeded noise, of any shape: what a step costs does not depend on the values. */
final class RandomSeries {

    private RandomSeries() {}

    static SeriesSet of(int length, int width, long seed) {
        Random noise = new Random(seed);
        double[] values = new double[length * width];
        Arrays.setAll(values, i -> Math.sin(2 * Math.PI * (i / width + i % width) / 24) + 0.5 * noise.nextGaussian());
        List<Variable> variables = IntStream.range(0, width).mapToObj(s -> Variable.of("s" + s)).toList();
        TimeAxis time = TimeAxis.every(Duration.ofHours(1), Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC, length);
        return SeriesSet.of(time, variables, values);
    }
}
