package dev.trivium.evaluation.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The labelled molecules of one task, by falling prediction. Every score counts a molecule as often as its weight says, so that a
 * resample costs one pass and no sorting.
 *
 * @param molecule  numbers of the molecules
 * @param label     their labels
 * @param predicted their predictions, falling
 */
record TaskSample(int[] molecule, double[] label, double[] predicted) {

    static TaskSample of(double[] labels, double[] predictions, int task, int tasks) {
        int[] molecule = IntStream.range(0, labels.length / tasks).filter(i -> !Double.isNaN(labels[i * tasks + task])).boxed()
                .sorted(Comparator.comparingDouble(i -> -predictions[i * tasks + task])).mapToInt(Integer::intValue).toArray();
        return new TaskSample(molecule, IntStream.of(molecule).mapToDouble(i -> labels[i * tasks + task]).toArray(),
                IntStream.of(molecule).mapToDouble(i -> predictions[i * tasks + task]).toArray());
    }

    int size() {
        return molecule.length;
    }

    int positive() {
        return (int) IntStream.range(0, size()).filter(i -> label[i] == 1).count();
    }

    /** {@return the independent pieces of evidence for a metric: molecules, or twice those of the rarer class} */
    int pieces(PropertyMetric metric) {
        return metric.needsBothClasses() ? 2 * Math.min(positive(), size() - positive()) : size();
    }

    double score(PropertyMetric metric, int[] weights) {
        return switch (metric) {
            case RMSE -> Math.sqrt(meanSquare(weights));
            case BRIER -> meanSquare(weights);
            case MAE -> meanAbsolute(weights);
            case PEARSON -> pearson(weights);
            case AUROC -> auroc(weights);
            case AUPRC -> averagePrecision(weights);
            case ECE -> addTo(new ReliabilitySums(), weights).calibrationError();
        };
    }

    ReliabilitySums addTo(ReliabilitySums sums, int[] weights) {
        for (int i = 0; i < size(); i++) {
            sums.add(predicted[i], label[i], weights[molecule[i]]);
        }
        return sums;
    }

    private double meanSquare(int[] weights) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < size(); i++) {
            double error = predicted[i] - label[i];
            sum += weights[molecule[i]] * error * error;
            count += weights[molecule[i]];
        }
        return sum / count; // NaN where there is none
    }

    private double meanAbsolute(int[] weights) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < size(); i++) {
            sum += weights[molecule[i]] * Math.abs(predicted[i] - label[i]);
            count += weights[molecule[i]];
        }
        return sum / count;
    }

    private double pearson(int[] weights) {
        double[] p = centred(predicted, weights);
        double[] y = centred(label, weights);
        double product = 0;
        double squaresP = 0;
        double squaresY = 0;
        for (int i = 0; i < size(); i++) {
            int weight = weights[molecule[i]];
            product += weight * p[i] * y[i];
            squaresP += weight * p[i] * p[i];
            squaresY += weight * y[i] * y[i];
        }
        return squaresP == 0 || squaresY == 0 ? Double.NaN : product / Math.sqrt(squaresP) / Math.sqrt(squaresY);
    }

    /** Values minus their mean; exactly 0 throughout where they do not vary, which rounding would hide. */
    private double[] centred(double[] values, int[] weights) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        long count = 0;
        for (int i = 0; i < size(); i++) {
            int weight = weights[molecule[i]];
            if (weight > 0) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
                sum += weight * values[i];
                count += weight;
            }
        }
        double[] centred = new double[size()];
        for (int i = 0; low < high && i < size(); i++) {
            centred[i] = values[i] - sum / count;
        }
        return centred;
    }

    private double auroc(int[] weights) {
        double ordered = 0;
        long positive = 0;
        long negative = 0;
        for (int from = 0; from < size();) {
            int to = tieEnd(from);
            long tiedPositive = weight(from, to, 1, weights);
            long tiedNegative = weight(from, to, 0, weights);
            ordered += tiedNegative * (positive + 0.5 * tiedPositive);
            positive += tiedPositive;
            negative += tiedNegative;
            from = to;
        }
        return positive == 0 || negative == 0 ? Double.NaN : ordered / positive / negative;
    }

    private double averagePrecision(int[] weights) {
        double sum = 0;
        long positive = 0;
        long negative = 0;
        for (int from = 0; from < size();) {
            int to = tieEnd(from);
            long tiedPositive = weight(from, to, 1, weights);
            positive += tiedPositive;
            negative += weight(from, to, 0, weights);
            if (tiedPositive > 0) {
                sum += tiedPositive * (positive / (double) (positive + negative));
            }
            from = to;
        }
        return positive == 0 || negative == 0 ? Double.NaN : sum / positive;
    }

    private int tieEnd(int from) {
        int to = from + 1;
        while (to < size() && predicted[to] == predicted[from]) {
            to++;
        }
        return to;
    }

    private long weight(int from, int to, int wanted, int[] weights) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += label[i] == wanted ? weights[molecule[i]] : 0;
        }
        return sum;
    }
}
