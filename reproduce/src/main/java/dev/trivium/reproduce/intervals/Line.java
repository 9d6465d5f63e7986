package dev.trivium.reproduce.intervals;

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

    /**
     * @param threads  of an operation
     * @param commit   of the sources
     * @param machine  in words
     * @param versions of engine and Java
     */
    record Origin(int threads, String commit, String machine, String versions) {}

    /** {@return whether both are of the same fit} */
    boolean isOfRun(String otherStudy, String otherMethod, long otherSeed) {
        return study.equals(otherStudy) && method.equals(otherMethod) && seed == otherSeed;
    }
}
