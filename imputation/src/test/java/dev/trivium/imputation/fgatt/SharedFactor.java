package dev.trivium.imputation.fgatt;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Series that share one factor, a random walk with a short memory, and differ by gain, level and noise. */
final class SharedFactor {

    private SharedFactor() {}

    static SeriesSet series(int rows, int nodes, double noise, long seed) {
        Random random = new Random(seed);
        double[] gain = random.doubles(nodes, 0.5, 2).toArray();
        double[] level = random.doubles(nodes, -5, 5).toArray();
        double[] values = new double[rows * nodes];
        double factor = 0;
        for (int t = 0; t < rows; t++) {
            factor = 0.8 * factor + random.nextGaussian();
            for (int i = 0; i < nodes; i++) {
                values[t * nodes + i] = level[i] + gain[i] * (factor + noise * random.nextGaussian());
            }
        }
        List<Variable> variables = IntStream.range(0, nodes).mapToObj(i -> Variable.of("n" + i)).toList();
        return SeriesSet.of(TimeAxis.index(0, 1, rows), variables, values);
    }

    interface Cell {
        double value(int t, int s, double value);
    }

    static SeriesSet change(SeriesSet series, Cell cell) {
        double[] values = series.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = cell.value(i / series.width(), i % series.width(), values[i]);
        }
        return SeriesSet.of(series.time(), series.variables(), values);
    }
}
