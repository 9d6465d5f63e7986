package dev.trivium.benchmarks;

import dev.trivium.evaluation.chart.Line;
import java.util.ArrayList;
import java.util.List;

/** Resident memory, sampled along a long run. */
final class MemoryLine {

    private final List<double[]> samples = new ArrayList<>();

    /** @param at number of steps done so far */
    void sample(long at) {
        add(at, ProcessMemory.now().orElseThrow(() -> new IllegalStateException("needs Linux: /proc/self/status")));
    }

    void add(double at, double resident) {
        samples.add(new double[] {at, resident});
    }

    /** {@return the least-squares slope of resident memory over the last half, MB per 10,000 steps} */
    double slope() {
        double half = last()[0] / 2;
        List<double[]> late = samples.stream().filter(s -> s[0] >= half).toList();
        double meanX = late.stream().mapToDouble(s -> s[0]).average().orElseThrow();
        double meanY = late.stream().mapToDouble(s -> s[1]).average().orElseThrow();
        double xy = late.stream().mapToDouble(s -> (s[0] - meanX) * (s[1] - meanY)).sum();
        double xx = late.stream().mapToDouble(s -> (s[0] - meanX) * (s[0] - meanX)).sum();
        return 1e4 * xy / xx;
    }

    /** {@return by how many MB the line of {@link #slope} rises over the last half} */
    double rise() {
        return slope() * last()[0] / 2e4;
    }

    double largest() {
        return samples.stream().mapToDouble(s -> s[1]).max().orElseThrow();
    }

    double[] first() {
        return samples.get(0);
    }

    double[] last() {
        return samples.get(samples.size() - 1);
    }

    Line line() {
        return line("resident memory (VmRSS)");
    }

    Line line(String name) {
        return Line.of(name, samples.stream().mapToDouble(s -> s[0]).toArray(),
                samples.stream().mapToDouble(s -> s[1]).toArray());
    }
}
