package dev.trivium.evaluation.audit;

/** What came of a check. */
public enum Outcome {
    /** Nothing was found. */
    PASSED,
    /** Something was found: the scores are not to be believed. */
    VIOLATED,
    /** Something was found, and whoever ran the evaluation allowed it by name. */
    ALLOWED,
    /** It could not be looked for. */
    NOT_CHECKED;

    /** {@return the word that stands in the text of an audit} */
    String word() {
        return switch (this) {
            case PASSED -> "passed";
            case VIOLATED -> "VIOLATED";
            case ALLOWED -> "ALLOWED";
            case NOT_CHECKED -> "not checked";
        };
    }
}
