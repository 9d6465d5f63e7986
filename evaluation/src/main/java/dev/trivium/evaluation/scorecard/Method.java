package dev.trivium.evaluation.scorecard;

import java.util.List;

/**
 * A method on a score card.
 *
 * @param name  its name, not blank
 * @param kind  what it is
 * @param seeds seeds it was fitted with; empty for a method without randomness
 * @param cost  what it costs
 * @param note  what a reader must know about this row, empty if nothing
 */
public record Method(String name, MethodKind kind, List<Long> seeds, Cost cost, String note) {

    /** Copies the seeds and checks the name. */
    public Method {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank, got \"" + name + "\"");
        }
        seeds = List.copyOf(seeds);
    }
}
