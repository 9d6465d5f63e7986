package dev.trivium.molecular.molgraphxlstm;

/**
 * What training minimises, besides the errors of the four prediction heads and the balance of their experts.
 *
 * @param contrast whether vectors of alike molecules are drawn together
 * @param classWeights what a molecule of the rarer class counts; of no effect in regression
 */
public record Objective(Contrast contrast, ClassWeights classWeights) {

    /** Supervised contrastive losses on the four vectors of a molecule. */
    public enum Contrast {
        /** None; their projections do not exist. */
        OFF,
        /** As published, on vectors divided by their L1 norm. So similarities hardly differ, and the term is close to inert. */
        PUBLISHED,
        /** On vectors divided by their Euclidean norm, as such losses are usually meant. */
        EUCLIDEAN
    }

    /** What a molecule counts in the error of a classification task. */
    public enum ClassWeights {
        /** Every molecule the same: published. */
        EQUAL,
        /** A positive one as much more as there are more negative ones among the labels to learn from, up to 100 times. */
        BALANCED
    }

    /** {@return the published objective} */
    public static Objective published() {
        return new Objective(Contrast.PUBLISHED, ClassWeights.EQUAL);
    }

    /** {@return this objective with another contrast} */
    public Objective with(Contrast other) {
        return new Objective(other, classWeights);
    }

    /** {@return this objective with other weights} */
    public Objective with(ClassWeights other) {
        return new Objective(contrast, other);
    }
}
