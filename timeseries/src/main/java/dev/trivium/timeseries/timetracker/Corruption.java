package dev.trivium.timeseries.timetracker;

/**
 * What pre-training hides from the network, and how much of a draw it takes for the statistics. All of it is ours.
 *
 * @param spans probability that a draw gets masked spans: runs of wholly missing patches, never the first patch
 * @param mostSpans masked spans of such a draw: from 1 to so many, each number as likely; at least 1
 * @param longestSpan most patches of a span; lengths are log-uniform from 1; at least 1
 * @param shortened probability that the first patch loses its oldest points, as a history that does not fill its first patch
 * @param gaps probability that points or short blocks are hidden all over the draw
 * @param shortPrefix probability that the statistics come from the first 1 to 8 patches, few more often than many; else from 1 to half
 *     of all patches, each as likely
 */
public record Corruption(double spans, int mostSpans, int longestSpan, double shortened, double gaps, double shortPrefix) {

    /** Checks the ranges. */
    public Corruption {
        share("spans", spans);
        share("shortened", shortened);
        share("gaps", gaps);
        share("shortPrefix", shortPrefix);
        atLeastOne("mostSpans", mostSpans);
        atLeastOne("longestSpan", longestSpan);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
    }

    /** {@return 0.7 with up to three spans of up to 30 patches, 0.3 shortened, 0.15 with gaps, half with a short prefix} */
    public static Corruption standard() {
        return new Corruption(0.7, 3, 30, 0.3, 0.15, 0.5);
    }

    /** {@return as {@link #standard}, but 0.95 with up to eight spans: more than a third of the patches are masked instead of one in seven} */
    public static Corruption far() {
        return new Corruption(0.95, 8, 30, 0.3, 0.15, 0.5);
    }
}
