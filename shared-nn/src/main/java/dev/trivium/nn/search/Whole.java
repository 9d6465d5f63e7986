package dev.trivium.nn.search;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A whole number between two bounds.
 *
 * @param name such as {@code layers}
 * @param low least value; at least 1 on a logarithmic scale
 * @param high greatest value
 * @param log whether values are spread evenly by their logarithm
 */
public record Whole(String name, long low, long high, boolean log) implements Parameter {

    /** Checks name and bounds. */
    public Whole {
        Parameter.checkedName(name);
        if (low > high || log && low < 1 || Math.max(Math.abs(low), Math.abs(high)) > 1L << 40) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must have low <= high%s, within ±2^40, got low=%d, high=%d", name,
                    log ? " and low >= 1 on a logarithmic scale" : "", low, high));
        }
    }

    /** {@return one with values spread evenly} */
    public static Whole even(String name, long low, long high) {
        return new Whole(name, low, high, false);
    }

    /** {@return one with values spread evenly by their logarithm} */
    public static Whole log(String name, long low, long high) {
        return new Whole(name, low, high, true);
    }

    @Override
    public Object draw(SplittableRandom random) {
        Scale scale = scale();
        return scale.value(scale.low() + random.nextDouble() * (scale.high() - scale.low()));
    }

    /** A whole number owns the half on either side of it. */
    Scale scale() {
        return new Scale(log ? Math.log(low - 0.5) : low - 0.5, log ? Math.log(high + 0.5) : high + 0.5, log,
                x -> Math.max(low, Math.min(high, Math.round(x))));
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof Long number && number >= low && number <= high;
    }

    @Override
    public String text() {
        return low == high ? Long.toString(low) : low + " to " + high + (log ? ", log" : "");
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", "whole");
        map.put("low", low);
        map.put("high", high);
        map.put("log", log);
        return map;
    }

    @Override
    public long size() {
        return high - low + 1;
    }
}
