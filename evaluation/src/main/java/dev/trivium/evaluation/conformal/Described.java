package dev.trivium.evaluation.conformal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Entries of a JSON-like map from a file that anybody may have written. */
final class Described {

    private static final int SHOWN = 80;

    private Described() {}

    static void requireEntries(String what, Map<?, ?> map, Set<String> names) {
        if (!map.keySet().equals(names)) {
            throw new IllegalArgumentException(what + " must have the entries " + new TreeSet<>(names) + ", got " + shown(map.keySet()));
        }
    }

    /** Reads an entry; whatever is wrong with it is said with its name. */
    static <T> T entry(Map<?, ?> map, String name, Function<Object, T> read) {
        Object value = map.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " must be there");
        }
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " " + e.getMessage(), e);
        }
    }

    static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("must be an object, got " + shown(value));
    }

    static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("must be a list, got " + shown(value));
    }

    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("must be a text, got " + shown(value));
    }

    static int count(Object value) {
        if (value instanceof Number number && number.doubleValue() == number.intValue() && number.intValue() >= 0) {
            return number.intValue();
        }
        throw new IllegalArgumentException("must be a whole number of at least 0, got " + shown(value));
    }

    static List<Double> numbers(Object value) {
        List<Double> numbers = new ArrayList<>();
        for (Object one : list(value)) {
            if (!(one instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("must hold finite numbers only, got " + shown(one));
            }
            numbers.add(number.doubleValue());
        }
        return numbers;
    }

    static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
