package dev.trivium.nn.search;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * One of a few values, without an order between them.
 *
 * @param name such as {@code wavelet}
 * @param values Longs, Doubles or Strings, all different, at least one
 */
public record Choice(String name, List<Object> values) implements Parameter {

    /** Checks name and values. */
    public Choice {
        Parameter.checkedName(name);
        values = List.copyOf(values);
        if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException(name + " must have at least one value and no value twice, got " + values);
        }
        for (Object value : values) {
            if (!(value instanceof Long || value instanceof Double number && Double.isFinite(number) || value instanceof String)) {
                throw new IllegalArgumentException(name + " must be chosen from whole numbers, finite numbers and texts, got " + value);
            }
        }
    }

    /** {@return a choice of texts} */
    public static Choice of(String name, String... values) {
        return new Choice(name, List.copyOf(List.<Object>of((Object[]) values)));
    }

    /** {@return a choice of whole numbers} */
    public static Choice of(String name, long... values) {
        return new Choice(name, java.util.Arrays.stream(values).<Object>mapToObj(value -> value).toList());
    }

    @Override
    public Object draw(SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    @Override
    public boolean holds(Object value) {
        return values.contains(value);
    }

    @Override
    public String text() {
        return values.stream().map(Settings::text).collect(Collectors.joining(", "));
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", "choice");
        map.put("values", values);
        return map;
    }

    @Override
    public long size() {
        return values.size();
    }
}
