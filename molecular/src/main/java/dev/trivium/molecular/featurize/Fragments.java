package dev.trivium.molecular.featurize;

/** What becomes of a molecule in several unconnected fragments, such as a salt. */
public enum Fragments {
    /** All are kept, as in the authors' code. */
    ALL,
    /** The fragment with the most heavy atoms is kept; of several, the first. A note tells that others were left out. */
    LARGEST
}
