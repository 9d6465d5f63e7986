package dev.trivium.molecular.featurize;

/** In which order the motifs of a molecule stand. The kinds always follow one another: groups, carbon-carbon bonds, rings. */
public enum MotifOrder {
    /**
     * Documented and simple: groups by the smallest atom that started one of them, carbon-carbon bonds by their larger and then their smaller
     * atom, rings by their atoms in ascending order, compared like words.
     */
    ASCENDING,
    /** That of the authors' code: groups as CPython iterates over a set of integers, rings as RDKit finds them. */
    REFERENCE
}
