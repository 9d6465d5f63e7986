package dev.trivium.evaluation.audit;

import java.util.List;

/**
 * One question of an audit and its answer.
 *
 * @param name     what was asked
 * @param outcome  what came of it
 * @param lookedAt what was looked at, with counts; for a check that was not made, why
 * @param found    what was found, with rows, molecules or methods named; empty if nothing
 */
public record Check(CheckName name, Outcome outcome, String lookedAt, List<String> found) {

    /** Checks that outcome and findings agree. */
    public Check {
        found = List.copyOf(found);
        boolean finding = outcome == Outcome.VIOLATED || outcome == Outcome.ALLOWED;
        if (finding == found.isEmpty()) {
            throw new IllegalArgumentException("found must be " + (finding ? "named" : "empty") + " for a check that is " + outcome.word()
                    + ", got " + found + " for " + name);
        }
        if (lookedAt.isBlank()) {
            throw new IllegalArgumentException("lookedAt must say what was looked at, got nothing for " + name);
        }
    }

    /** {@return a check that is violated if something was found, and passed if not} */
    public static Check of(CheckName name, String lookedAt, List<String> found) {
        return new Check(name, found.isEmpty() ? Outcome.PASSED : Outcome.VIOLATED, lookedAt, found);
    }

    /** {@return a check that could not be made} */
    public static Check notMade(CheckName name, String reason) {
        return new Check(name, Outcome.NOT_CHECKED, reason, List.of());
    }

    /** {@return the same, allowed if it is violated} */
    Check allowed() {
        return outcome == Outcome.VIOLATED ? new Check(name, Outcome.ALLOWED, lookedAt, found) : this;
    }
}
