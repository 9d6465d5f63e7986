package dev.trivium.molecular.explain;

import java.util.Arrays;

/** Spearman's: the correlation of ranks, equal values having the mean of theirs. */
final class RankCorrelation {

    private RankCorrelation() {}

    /** {@return the correlation of two lists of equal length, NaN if all values of one are equal} */
    static double of(double[] first, double[] second) {
        double[] x = ranks(first);
        double[] y = ranks(second);
        double mean = (x.length + 1) / 2.0;
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - mean) * (y[i] - mean);
            squaresX += (x[i] - mean) * (x[i] - mean);
            squaresY += (y[i] - mean) * (y[i] - mean);
        }
        return squaresX == 0 || squaresY == 0 ? Double.NaN : products / Math.sqrt(squaresX * squaresY);
    }

    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        Arrays.setAll(ranks, i -> 0.5 + Arrays.stream(values).map(other -> other < values[i] ? 1 : other == values[i] ? 0.5 : 0).sum());
        return ranks;
    }
}
