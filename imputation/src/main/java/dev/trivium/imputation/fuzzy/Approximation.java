package dev.trivium.imputation.fuzzy;

import java.util.Arrays;

/**
 * Lower and upper approximations of fuzzy sets: to what degree all that is like x is in the set, and to what degree something like x is.
 *
 * @param similarity R, which relates n things
 * @param implicator I of the lower approximation
 * @param norm T of the upper approximation
 */
public record Approximation(Similarity similarity, Implicator implicator, TNorm norm) {

    /** {@return the lower approximation, inf over y of I(R(x, y), A(y)), for each x} */
    public double[] lower(double[] set) {
        return lowerMeanOfK(set, 1);
    }

    /** {@return the upper approximation, sup over y of T(R(x, y), A(y)), for each x} */
    public double[] upper(double[] set) {
        return upperMeanOfK(set, 1);
    }

    /**
     * The robust lower approximation: the mean of the k smallest I(R(x, y), A(y)) instead of the smallest.
     *
     * @param k from 1, the infimum, to n
     */
    public double[] lowerMeanOfK(double[] set, int k) {
        check(set, k);
        double[] lower = new double[set.length];
        for (int x = 0; x < set.length; x++) {
            double[] terms = new double[set.length];
            for (int y = 0; y < set.length; y++) {
                terms[y] = implicator.apply(similarity.at(x, y), set[y]);
            }
            Arrays.sort(terms);
            lower[x] = mean(terms, 0, k);
        }
        return lower;
    }

    /**
     * The robust upper approximation: the mean of the k largest T(R(x, y), A(y)) instead of the largest.
     *
     * @param k from 1, the supremum, to n
     */
    public double[] upperMeanOfK(double[] set, int k) {
        check(set, k);
        double[] upper = new double[set.length];
        for (int x = 0; x < set.length; x++) {
            double[] terms = new double[set.length];
            for (int y = 0; y < set.length; y++) {
                terms[y] = norm.apply(similarity.at(x, y), set[y]);
            }
            Arrays.sort(terms);
            upper[x] = mean(terms, set.length - k, set.length);
        }
        return upper;
    }

    private void check(double[] set, int k) {
        Degrees.requireSet("set", set, similarity.size());
        if (k < 1 || k > set.length) {
            throw new IllegalArgumentException("k must be between 1 and " + set.length + ", got " + k);
        }
    }

    private static double mean(double[] terms, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += terms[i];
        }
        return sum / (to - from);
    }

    /** {@return the boundary: the upper approximation less the lower one; what is in doubt} */
    public double[] boundary(double[] set) {
        double[] lower = lower(set);
        double[] upper = upper(set);
        Arrays.setAll(upper, x -> upper[x] - lower[x]);
        return upper;
    }

    /**
     * The positive region: the largest lower approximation of any class, for each x.
     *
     * @param classes decision classes, crisp (0 and 1) or fuzzy, each with n degrees; at least one
     */
    public double[] positiveRegion(double[][] classes) {
        if (classes.length == 0) {
            throw new IllegalArgumentException("classes must hold at least one class, got none");
        }
        double[] positive = new double[similarity.size()];
        for (double[] one : classes) {
            double[] lower = lower(one);
            Arrays.setAll(positive, x -> Math.max(positive[x], lower[x]));
        }
        return positive;
    }

    /** {@return the dependency: the mean of the positive region; 1 if the similarity settles every class} */
    public double dependency(double[][] classes) {
        return Arrays.stream(positiveRegion(classes)).average().orElseThrow();
    }
}
