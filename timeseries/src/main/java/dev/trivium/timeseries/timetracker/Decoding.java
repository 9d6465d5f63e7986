package dev.trivium.timeseries.timetracker;

/** How a horizon of several patches is forecast. */
public enum Decoding {

    /**
     * All patches of the horizon in one pass (ours): wholly missing patches follow the history, and each token says the patch after it, so
     * that the quantiles of a far patch know that nothing was seen since.
     */
    DIRECT,

    /**
     * One patch after the other: the mean of each is taken for observed by the next (section 2.8 of Timer-XL's lineage). Its quantiles know
     * nothing of the errors before, and are kept at least as wide as those of the patch before.
     */
    PATCH_BY_PATCH,

    /**
     * Both (ours): the mean of the two answers, with the quantiles of {@link #DIRECT} moved by half of what the two medians differ. Takes one
     * pass more than there are patches.
     */
    BLENDED
}
