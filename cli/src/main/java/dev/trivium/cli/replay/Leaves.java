package dev.trivium.cli.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The single values inside JSON-like values, by where they stand, such as {@code rows[waverora].overall.mse.value}. */
final class Leaves {

    private Leaves() {}

    static Map<String, @Nullable Object> of(@Nullable Object value) {
        Map<String, @Nullable Object> leaves = new LinkedHashMap<>();
        add("", value, leaves);
        return leaves;
    }

    private static void add(String at, @Nullable Object value, Map<String, @Nullable Object> leaves) {
        if (value instanceof Map<?, ?> map) {
            new TreeMap<Object, @Nullable Object>(map).forEach((key, inner) -> add(at.isEmpty() ? String.valueOf(key) : at + "." + key, inner, leaves));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(at + "[" + label(list, i) + "]", list.get(i), leaves);
            }
        } else {
            leaves.put(at, value instanceof Integer whole ? Long.valueOf(whole) : value);
        }
    }

    /** The name of an element, if it has one that no other element has; else its number, counted from 1. */
    private static String label(List<?> list, int index) {
        String name = name(list.get(index));
        return !name.isEmpty() && list.stream().filter(other -> name(other).equals(name)).count() == 1 ? name : String.valueOf(index + 1);
    }

    private static String name(@Nullable Object element) {
        if (!(element instanceof Map<?, ?> map)) {
            return "";
        }
        return map.get("method") instanceof Map<?, ?> method ? name(method) : map.get("name") instanceof String name ? name
                : map.get("task") instanceof String task ? task : "";
    }

    /** {@return where a leaf stands without the numbers and names of elements: what it is, whatever it is of} */
    static String kind(String leaf) {
        return leaf.replaceAll("\\[[^\\]]*\\]", "");
    }
}
