package dev.trivium.evaluation.metric;

/**
 * One line of a reliability table: among predictions of about this probability, how many were positive.
 *
 * @param low       lowest probability of the bin
 * @param high      its end, which belongs to the next bin; the last bin holds 1
 * @param count     predictions in the bin
 * @param predicted their mean probability; NaN if there is none
 * @param observed  share of them whose label is 1; NaN if there is none
 */
public record ReliabilityBin(double low, double high, long count, double predicted, double observed) {

    /** Bins of equal width. */
    public static final int COUNT = 10;

    /** {@return the bin of a probability} */
    static int of(double probability) {
        return Math.min(COUNT - 1, (int) (probability * COUNT));
    }
}
