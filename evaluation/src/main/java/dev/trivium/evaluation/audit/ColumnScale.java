package dev.trivium.evaluation.audit;

import java.util.List;

/**
 * Location and scale of a column over all rows and over the training rows.
 *
 * @param decimals   digits after the point that nearly all values need, at most 9
 * @param count      observed values
 * @param trained    observed values of the training rows
 * @param ones       values that are 1
 * @param belowZero  values below 0
 * @param atMostZero values of at most 0
 */
record ColumnScale(double mean, double deviation, double least, double most, double trainMean, double trainDeviation, double trainLeast,
                   double trainMost, int decimals, long count, long trained, long ones, long belowZero, long atMostZero) {

    private static final int MOST_DECIMALS = 9;
    private static final int SAMPLED = 400;
    private static final double NEARLY_ALL = 0.99;

    static ColumnScale of(SeriesRows rows, int s, int end) {
        Moments all = new Moments();
        Moments train = new Moments();
        long ones = 0;
        long below = 0;
        long atMost = 0;
        for (int t = 0; t < end; t++) {
            double x = rows.value(t, s);
            if (!Double.isNaN(x)) {
                all.add(x);
                ones += Math.abs(Math.abs(x) - 1) < 1e-9 ? 1 : 0;
                below += x < 0 ? 1 : 0;
                atMost += x <= 0 ? 1 : 0;
                if (rows.part(t) == RowPart.TRAIN) {
                    train.add(x);
                }
            }
        }
        return new ColumnScale(all.mean, all.deviation(), all.least, all.most, train.mean, train.deviation(), train.least, train.most,
                decimals(rows, s, end), all.count, train.count, ones, below, atMost);
    }

    /** {@return all values of some columns as one} */
    static ColumnScale joined(List<ColumnScale> columns) {
        Moments all = new Moments();
        Moments train = new Moments();
        for (ColumnScale column : columns) {
            all.add(column.count, column.mean, column.deviation);
            train.add(column.trained, column.trainMean, column.trainDeviation);
        }
        return new ColumnScale(all.mean, all.deviation(), 0, 0, train.mean, train.deviation(), 0, 0,
                columns.stream().mapToInt(ColumnScale::decimals).max().orElse(0), all.count, train.count, 0, 0, 0);
    }

    private static int decimals(SeriesRows rows, int s, int end) {
        int step = Math.max(1, end / SAMPLED);
        double power = 1;
        for (int decimals = 0; decimals < MOST_DECIMALS; decimals++, power *= 10) {
            int whole = 0;
            int seen = 0;
            for (int t = 0; t < end; t += step) {
                double scaled = rows.value(t, s) * power;
                if (!Double.isNaN(scaled)) {
                    seen++;
                    whole += Math.abs(scaled - Math.rint(scaled)) < 1e-6 * Math.max(1, Math.abs(scaled) * 1e-6) ? 1 : 0;
                }
            }
            if (whole >= NEARLY_ALL * seen) {
                return decimals;
            }
        }
        return MOST_DECIMALS;
    }

    /** {@return the step between values that the file can tell apart} */
    double resolution() {
        return StrictMath.pow(10, -decimals);
    }

    /** Running mean and deviation (Welford 1962). */
    private static final class Moments {
        private long count;
        private double mean;
        private double squares;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        void add(double x) {
            count++;
            double delta = x - mean;
            mean += delta / count;
            squares += delta * (x - mean);
            least = Math.min(least, x);
            most = Math.max(most, x);
        }

        void add(long n, double otherMean, double deviation) {
            if (n > 0) {
                double delta = otherMean - mean;
                squares += deviation * deviation * n + delta * delta * count / (count + n) * n;
                mean += delta * n / (count + n);
                count += n;
            }
        }

        double deviation() {
            return count == 0 ? 0 : Math.sqrt(squares / count);
        }
    }
}
