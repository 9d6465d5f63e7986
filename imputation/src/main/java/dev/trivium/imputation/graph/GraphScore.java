package dev.trivium.imputation.graph;

/** How strongly node j belongs to node i; R is the Gaussian kernel of the window. */
public enum GraphScore {

    /** R(i, j): the upper approximation of the single node j, whichever the t-norm. Symmetric; the default. */
    KERNEL,

    /**
     * min over y of max(1 - R(i, y), R(j, y)): the lower approximation of the neighbourhood of j (Kleene-Dienes), which is the paper's formula
     * made usable: with the single node j as its class it is zero for every pair. Not symmetric.
     */
    GRANULE_LOWER_KD,

    /** The mean of the k = max(3, N / 10) smallest min(1, 1 - R(i, y) + R(j, y)): the same with the Lukasiewicz implicator, robust. Not symmetric. */
    GRANULE_LOWER_LUK_MEAN_K,

    /** The Pearson correlation on training data where it is positive, else 0; no matter what the window holds. Symmetric. */
    HISTORY,

    /**
     * {@link #KERNEL} times {@link #HISTORY}: similar in the window and over the training data (the product t-norm of two fuzzy relations). For a node
     * of which the window shows nothing the history stands alone, and as a neighbour it comes last. Symmetric where all nodes are seen.
     */
    KERNEL_TIMES_HISTORY;

    boolean usesHistory() {
        return this == HISTORY || this == KERNEL_TIMES_HISTORY;
    }

    boolean lower() {
        return this == GRANULE_LOWER_KD || this == GRANULE_LOWER_LUK_MEAN_K;
    }
}
