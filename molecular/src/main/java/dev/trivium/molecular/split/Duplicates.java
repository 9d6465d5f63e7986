package dev.trivium.molecular.split;

/** What becomes of a molecule that is in two parts of a split. */
public enum Duplicates {
    /** It is an error, for a model would be scored on what it has learnt. */
    REFUSE,
    /** It stays in both; {@link MoleculeSplit#overlap} counts such molecules. */
    ALLOW
}
