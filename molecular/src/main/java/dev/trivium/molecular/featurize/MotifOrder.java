package dev.trivium.molecular.featurize;

/** In which order the motifs of a molecule stand. The kinds always follow one another: groups, carbon-carbon bonds, rings. */
public enum MotifOrder {
    /**
     * Documented and simple: groups by the first of the atoms they grew from, carbon-carbon bonds by number, rings by their ascending atoms,
     * compared like words.
     */
    ASCENDING,
    /** That of the authors' code: groups as CPython iterates over a set of integers, rings as RDKit finds them. */
    REFERENCE
}
