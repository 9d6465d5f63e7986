package dev.trivium.data.scale;

import dev.trivium.data.series.SeriesSet;

/**
 * Mean and population standard deviation of the observed values of one series, in two passes with the rounding of the mean corrected
 * (Chan, Golub and LeVeque 1983, eq. 1.7). A constant series has exactly its value as mean and exactly zero as deviation.
 */
record ColumnStatistics(double mean, double deviation) {

    static ColumnStatistics of(SeriesSet rows, int s) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        long n = 0;
        for (int t = 0; t < rows.length(); t++) {
            double x = rows.value(t, s);
            if (!Double.isNaN(x)) {
                min = Math.min(min, x);
                max = Math.max(max, x);
                sum += x;
                n++;
            }
        }
        if (n == 0) {
            throw new IllegalArgumentException("series must have an observed value in the training rows, got none in "
                    + rows.names().get(s));
        }
        return min == max ? new ColumnStatistics(min, 0) : secondPass(rows, s, sum / n, n);
    }

    private static ColumnStatistics secondPass(SeriesSet rows, int s, double guess, long n) {
        double error = 0;
        double squares = 0;
        for (int t = 0; t < rows.length(); t++) {
            double x = rows.value(t, s);
            if (!Double.isNaN(x)) {
                error += x - guess;
                squares += (x - guess) * (x - guess);
            }
        }
        double variance = Math.max(0, (squares - error * error / n) / n);
        return new ColumnStatistics(guess + error / n, Math.sqrt(variance));
    }
}
