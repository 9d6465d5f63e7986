package dev.trivium.cli.record;

import java.util.List;

/**
 * An option as it was typed.
 *
 * @param name   its longest name, such as {@code --data}
 * @param values its values, paths reduced to the names of files; empty for a flag
 */
public record Typed(String name, List<String> values) {

    /** Copies the values. */
    public Typed {
        values = List.copyOf(values);
    }
}
