package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small series for tests. */
final class Rows {

    private Rows() {}

    static SeriesSet of(double[][] rows) {
        List<Variable> names = IntStream.range(0, rows[0].length).mapToObj(s -> Variable.of("s" + s)).toList();
        TimeAxis time = TimeAxis.every(Duration.ofHours(1), Instant.EPOCH, ZoneOffset.UTC, rows.length);
        return SeriesSet.of(time, names, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    /** {@return all windows of the rows} */
    static Windows windows(double[][] rows, int lookback, int horizon) {
        return windows(of(rows), lookback, horizon);
    }

    static Windows windows(SeriesSet rows, int lookback, int horizon) {
        return Windows.over(Split.withoutTest(twice(rows), 0.5).train(), lookback, horizon, 1);
    }

    private static SeriesSet twice(SeriesSet rows) {
        double[] once = rows.toArray();
        double[] values = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, values, once.length, once.length);
        return SeriesSet.of(TimeAxis.every(Duration.ofHours(1), Instant.EPOCH, ZoneOffset.UTC, 2 * rows.length()), rows.variables(), values);
    }
}
