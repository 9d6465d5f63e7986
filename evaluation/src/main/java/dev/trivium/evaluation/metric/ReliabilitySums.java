package dev.trivium.evaluation.metric;

import java.util.ArrayList;
import java.util.List;

/** Sums behind a reliability table and the expected calibration error. */
final class ReliabilitySums {

    private final long[] count = new long[ReliabilityBin.COUNT];
    private final double[] predicted = new double[ReliabilityBin.COUNT];
    private final double[] observed = new double[ReliabilityBin.COUNT];

    void add(double prediction, double label, int weight) {
        int bin = ReliabilityBin.of(prediction);
        count[bin] += weight;
        predicted[bin] += weight * prediction;
        observed[bin] += weight * label;
    }

    /** {@return Σ n_b / n |mean p − mean y|; NaN without a prediction} */
    double calibrationError() {
        double gaps = 0;
        long all = 0;
        for (int b = 0; b < count.length; b++) {
            gaps += Math.abs(predicted[b] - observed[b]);
            all += count[b];
        }
        return all == 0 ? Double.NaN : gaps / all;
    }

    List<ReliabilityBin> bins() {
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int b = 0; b < count.length; b++) {
            bins.add(new ReliabilityBin((double) b / count.length, (b + 1.0) / count.length, count[b], predicted[b] / count[b],
                    observed[b] / count[b]));
        }
        return bins;
    }
}
