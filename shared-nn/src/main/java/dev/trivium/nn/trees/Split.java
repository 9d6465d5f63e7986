package dev.trivium.nn.trees;

/** The best split of a node's rows so far: that with the largest Σ (sum of labels)² / rows over both sides, the first of equal ones. */
final class Split {

    private long count;
    private double sum;
    private int leastRows;
    private double merit;
    private int feature;
    private float limit;

    void reset(long allRows, double allLabels, int least) {
        count = allRows;
        sum = allLabels;
        leastRows = least;
        merit = Double.NEGATIVE_INFINITY;
        feature = TreeEnsemble.LEAF;
    }

    /** Considers to send {@code below} rows, whose labels sum up to {@code sumBelow}, to the left. */
    void offer(int input, float at, long below, double sumBelow) {
        long above = count - below;
        if (below < leastRows || above < leastRows) {
            return;
        }
        double sumAbove = sum - sumBelow;
        double offered = sumBelow * sumBelow / below + sumAbove * sumAbove / above;
        if (offered > merit) {
            merit = offered;
            feature = input;
            limit = at;
        }
    }

    long count() {
        return count;
    }

    double sum() {
        return sum;
    }

    /** {@return the input to ask for; {@link TreeEnsemble#LEAF} if there was no split} */
    int feature() {
        return feature;
    }

    float limit() {
        return limit;
    }
}
