package dev.trivium.data.series;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** {@return name and unit as plain texts, for a file; {@link #parse} is the inverse for a list} */
    public Map<String, Object> describe() {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("name", name);
        unit.ifPresent(text -> entries.put("unit", text));
        return entries;
    }

    /**
     * Reads what {@link #describe} wrote of several variables.
     *
     * @param described a list of such maps
     * @throws IllegalArgumentException if it is not; the message names what was found
     */
    public static List<Variable> parse(@Nullable Object described) {
        if (!(described instanceof List<?> list)) {
            throw new IllegalArgumentException("variables must be a list, got " + described);
        }
        return list.stream().map(Variable::parseOne).toList();
    }

    private static Variable parseOne(@Nullable Object described) {
        if (described instanceof Map<?, ?> map && map.get("name") instanceof String name) {
            Object unit = map.get("unit");
            if (unit == null || unit instanceof String) {
                return new Variable(name, Optional.ofNullable((String) unit));
            }
        }
        throw new IllegalArgumentException("variables must have a name, and a unit that is a text or absent, got " + described);
    }

    /** {@return the name, followed by the unit in parentheses where there is one: {@code "T (degC)"}} */
    public String label() {
        return unit.map(u -> name + " (" + u + ")").orElse(name);
    }
}
