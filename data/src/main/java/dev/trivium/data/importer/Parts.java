package dev.trivium.data.importer;

import java.util.List;
import java.util.Optional;

/** Choice of a part, and names of columns. */
final class Parts {

    private Parts() {}

    static void none(Optional<String> part) {
        if (part.isPresent()) {
            throw new IllegalArgumentException("part must not be given, for this format has none, got " + part.get());
        }
    }

    /** The wanted part, or the first. */
    static String choose(Optional<String> part, List<String> known) {
        if (part.isPresent() && !known.contains(part.get())) {
            throw new IllegalArgumentException("part must be one of " + String.join(", ", known) + ", got " + part.get());
        }
        return part.orElse(known.get(0));
    }

    /** A letter and a number of two digits or more. */
    static String two(String letter, long number) {
        return letter + (number < 10 ? "0" : "") + number;
    }
}
