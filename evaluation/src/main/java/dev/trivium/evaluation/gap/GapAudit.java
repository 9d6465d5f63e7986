package dev.trivium.evaluation.gap;

import java.util.List;

/**
 * What was seen, and by whom, before the score.
 *
 * @param parts      training, validation and test rows with their first and last stamps, one text each
 * @param statistics from which rows scalers, graphs and models are learnt
 * @param hiddenSeen hidden cells that had a value in the series handed to the methods; counted, and 0
 * @param allowances what the run was allowed by name beyond the strict protocol; empty for the strict one
 */
public record GapAudit(List<String> parts, String statistics, long hiddenSeen, List<String> allowances) {

    /** Copies the lists, and refuses a run in which a hidden cell was seen. */
    public GapAudit {
        parts = List.copyOf(parts);
        allowances = List.copyOf(allowances);
        if (hiddenSeen != 0) {
            throw new IllegalArgumentException("hiddenSeen must be 0, got " + hiddenSeen + " hidden cells that the methods were given");
        }
    }
}
