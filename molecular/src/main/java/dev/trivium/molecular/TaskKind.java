package dev.trivium.molecular;

/** What is predicted about a molecule. All tasks of one model are of one kind. */
public enum TaskKind {
    /** A quantity; predictions are in the unit of the labels. */
    REGRESSION,
    /** Yes (1) or no (0); predictions are the probability of yes. */
    CLASSIFICATION
}
