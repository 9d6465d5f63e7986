package dev.trivium.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each of many runs took. */
final class Timings {

    private final double[] ascending;

    /** @param milliseconds of each run, in any order */
    Timings(double[] milliseconds) {
        ascending = milliseconds.clone();
        Arrays.sort(ascending);
    }

    /** Runs something some times untimed, then some times timed. */
    static Timings of(int warmUp, int runs, Runnable run) {
        for (int i = 0; i < warmUp; i++) {
            run.run();
        }
        double[] milliseconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            run.run();
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        return new Timings(milliseconds);
    }

    /** The run of that rank, without interpolation, to a microsecond: the peer's rule. */
    double quantile(double q) {
        return Math.rint(1000 * ascending[(int) Math.rint(q * (ascending.length - 1))]) / 1000;
    }

    int count() {
        return ascending.length;
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("runs", ascending.length);
        fields.put("median_ms", quantile(0.5));
        fields.put("p10_ms", quantile(0.1));
        fields.put("p90_ms", quantile(0.9));
        fields.put("min_ms", quantile(0));
        return fields;
    }
}
