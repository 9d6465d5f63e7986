package dev.trivium.evaluation.audit;

/** An audit found a violation that was not allowed. */
public final class LeakageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message names the checks and what they found */
    public LeakageException(String message) {
        super(message);
    }
}
