package dev.trivium.reproduce.intervals;

import dev.trivium.reproduce.record.Origin;
import java.util.List;

/**
 * What one seed of one method found for one variant, share and group.
 *
 * @param study   title of the case
 * @param method  by name
 * @param seed    of the fit
 * @param variant how the intervals came about
 * @param nominal share that they are to hold
 * @param over    which values: {@code all} or a group
 * @param points  how many values there were
 * @param share   share of them inside
 * @param width   mean width, in the unit that the case says
 * @param fit     how the method was fitted
 * @param origin  where it ran
 */
record Line(String study, String method, long seed, String variant, double nominal, String over, long points, double share, double width,
            Fit fit, Origin origin) {

    /** The name of the group of all values. */
    static final String ALL = "all";

    /**
     * @param epochs    passes over the training data; 0 for a method without
     * @param bestEpoch the one that was kept
     * @param seconds   of the fit
     */
    record Fit(int epochs, int bestEpoch, double seconds) {}

    /** {@return which fit it is of} */
    Object run() {
        return run(study, method, seed);
    }

    static Object run(String study, String method, long seed) {
        return List.of(study, method, seed);
    }
}
