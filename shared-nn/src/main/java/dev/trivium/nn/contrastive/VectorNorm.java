package dev.trivium.nn.contrastive;

/** By which length vectors are divided before they are compared. */
public enum VectorNorm {

    /**
     * The sum of absolute values. Scalar products of such vectors are small, about 1 / D, so that a contrastive loss with a temperature
     * of 0.07 hardly influences a training; the published code of Sun et al. (2025) does this.
     */
    L1(1),

    /** The Euclidean length, as contrastive learning means it: scalar products are cosines. */
    L2(2);

    private final int order;

    VectorNorm(int order) {
        this.order = order;
    }

    int order() {
        return order;
    }
}
