package dev.trivium.nn.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of hyper-parameters by their names. Immutable. */
public final class Settings {

    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** {@return none} */
    public static Settings none() {
        return new Settings(new LinkedHashMap<>());
    }

    /** {@return these with a whole number} */
    public Settings with(String name, long value) {
        return withValue(name, value);
    }

    /** {@return these with a number} */
    public Settings with(String name, double value) {
        return withValue(name, value);
    }

    /** {@return these with a text} */
    public Settings with(String name, String value) {
        return withValue(name, value);
    }

    /** {@return these with a Long, a Double or a String} */
    public Settings withValue(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Settings(more);
    }

    /** {@return these without one} */
    public Settings without(String name) {
        Map<String, Object> less = new LinkedHashMap<>(values);
        less.remove(name);
        return new Settings(less);
    }

    /** {@return whether there is a value of that name} */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** {@return a whole number} */
    public int whole(String name) {
        if (values.get(name) instanceof Long number) {
            return Math.toIntExact(number);
        }
        throw missing(name, "a whole number");
    }

    /** {@return a number} */
    public double real(String name) {
        if (values.get(name) instanceof Double number) {
            return number;
        }
        throw missing(name, "a number");
    }

    /** {@return a text} */
    public String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw missing(name, "a text");
    }

    private IllegalArgumentException missing(String name, String kind) {
        return new IllegalArgumentException("settings must have " + kind + " " + name + ", got " + this);
    }

    /** {@return the values: Longs, Doubles and Strings, in order} */
    public Map<String, Object> values() {
        return values;
    }

    /** {@return a value as it is typed after {@code NAME=}} */
    public static String text(Object value) {
        return value instanceof Double number ? number(number) : String.valueOf(value);
    }

    /** As short as it can be read back from. */
    static String number(double value) {
        String text = Double.toString(value).toLowerCase(Locale.ROOT);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.replace(".0e", "e");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && settings.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** {@return such as {@code rate=5e-4, batch=32}} */
    @Override
    public String toString() {
        return values.entrySet().stream().map(each -> each.getKey() + "=" + text(each.getValue())).collect(Collectors.joining(", "));
    }
}
