package dev.trivium.data.series;

import java.util.Optional;

/**
 * One column of a {@link SeriesSet}: its name and, where known, the unit of its values.
 *
 * @param name how the series is called, not blank, for example {@code "T"}
 * @param unit the unit as the data state it, for example {@code "degC"}; empty when unknown
 */
public record Variable(String name, Optional<String> unit) {

    /** Checks that neither text is blank. */
    public Variable {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank, got \"" + name + "\"");
        }
        if (unit.isPresent() && unit.get().isBlank()) {
            throw new IllegalArgumentException("unit must not be blank, got \"" + unit.get() + "\" for " + name);
        }
    }

    /** {@return a variable whose unit is not known} */
    public static Variable of(String name) {
        return new Variable(name, Optional.empty());
    }

    /** {@return a variable with a unit} */
    public static Variable of(String name, String unit) {
        return new Variable(name, Optional.of(unit));
    }

    /** {@return the name, followed by the unit in parentheses where there is one: {@code "T (degC)"}} */
    public String label() {
        return unit.map(u -> name + " (" + u + ")").orElse(name);
    }
}
