package dev.trivium.molecular.molgraphxlstm;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The mean and the unbiased standard deviation of each task's labels in the training molecules; a task whose labels are all equal has
 * deviation 1. Missing labels stay missing.
 *
 * @param mean of each task
 * @param deviation of each task, positive
 */
record LabelScale(double[] mean, double[] deviation) {

    LabelScale {
        if (mean.length != deviation.length || mean.length == 0) {
            throw new IllegalArgumentException("mean and deviation must be of the same tasks, got " + mean.length + " and "
                    + deviation.length);
        }
        for (int t = 0; t < mean.length; t++) {
            if (!Double.isFinite(mean[t]) || !(deviation[t] > 0 && deviation[t] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(String.format(Locale.ROOT,
                        "mean must be finite and deviation positive, got %s and %s", mean[t], deviation[t]));
            }
        }
    }

    /** {@return a scale that changes nothing} */
    static LabelScale none(int tasks) {
        double[] ones = new double[tasks];
        Arrays.fill(ones, 1);
        return new LabelScale(new double[tasks], ones);
    }

    /** {@return the scale of labels, (molecules, tasks) row-major} */
    static LabelScale of(int tasks, double[] labels) {
        double[] mean = new double[tasks];
        double[] deviation = new double[tasks];
        for (int t = 0; t < tasks; t++) {
            double[] own = observed(tasks, t, labels);
            double centre = Arrays.stream(own).average().orElse(0);
            double squares = Arrays.stream(own).map(y -> (y - centre) * (y - centre)).sum();
            double spread = Math.sqrt(squares / Math.max(1, own.length - 1));
            boolean alike = Arrays.stream(own).allMatch(y -> y == own[0]); // whose mean, rounded, may miss them
            mean[t] = alike && own.length > 0 ? own[0] : centre;
            deviation[t] = alike || spread == 0 ? 1 : spread;
        }
        return new LabelScale(mean, deviation);
    }

    /** {@return the labels of one task that are not missing} */
    static double[] observed(int tasks, int task, double[] labels) {
        return IntStream.range(0, labels.length / tasks).mapToDouble(i -> labels[i * tasks + task]).filter(y -> !Double.isNaN(y)).toArray();
    }

    /** {@return (molecules, tasks) row-major in deviations from the mean} */
    double[] forward(double[] labels) {
        double[] scaled = new double[labels.length];
        Arrays.setAll(scaled, i -> (labels[i] - mean[i % mean.length]) / deviation[i % mean.length]);
        return scaled;
    }

    /** {@return a value of a task in the unit of its labels} */
    double backward(int task, double scaled) {
        return mean[task] + deviation[task] * scaled;
    }
}
