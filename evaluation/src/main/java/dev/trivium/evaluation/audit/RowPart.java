package dev.trivium.evaluation.audit;

/** The part of the data that a row of a series belongs to. */
public enum RowPart {
    /** Not used in the evaluation. */
    NONE,
    /** To learn from. */
    TRAIN,
    /** To choose by. */
    VALIDATION,
    /** For intervals. */
    CALIBRATION,
    /** To score. */
    TEST
}
