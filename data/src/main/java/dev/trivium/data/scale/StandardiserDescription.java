package dev.trivium.data.scale;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the statistics of a {@link Standardiser} from plain texts and numbers, strictly. */
final class StandardiserDescription {

    private static final Set<String> KEYS = Set.of("names", "means", "deviations");

    private StandardiserDescription() {}

    static Standardiser parse(Map<String, Object> entries) {
        if (!entries.keySet().equals(KEYS)) {
            throw new IllegalArgumentException("standardiser must have the entries names, means and deviations, got " + entries.keySet());
        }
        List<String> names = list(entries, "names").stream().map(name -> (String) name(name)).toList();
        double[] means = numbers(entries, "means");
        double[] deviations = numbers(entries, "deviations");
        if (names.isEmpty() || names.size() != means.length || names.size() != deviations.length) {
            throw new IllegalArgumentException("standardiser must have as many names as means and deviations, got "
                    + names.size() + ", " + means.length + " and " + deviations.length);
        }
        for (int s = 0; s < means.length; s++) {
            if (!Double.isFinite(means[s]) || !(deviations[s] > 0) || Double.isInfinite(deviations[s])) {
                throw new IllegalArgumentException("standardiser must have finite means and positive deviations, got "
                        + means[s] + " and " + deviations[s] + " for " + names.get(s));
            }
        }
        return Standardiser.of(names, means, deviations);
    }

    private static List<?> list(Map<String, Object> entries, String key) {
        if (entries.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("standardiser must have a list of " + key + ", got " + entries.get(key));
    }

    private static Object name(Object value) {
        if (value instanceof String) {
            return value;
        }
        throw new IllegalArgumentException("standardiser must have texts as names, got " + value);
    }

    private static double[] numbers(Map<String, Object> entries, String key) {
        List<?> list = list(entries, key);
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(list.get(i) instanceof Number number)) {
                throw new IllegalArgumentException("standardiser must have numbers as " + key + ", got " + list.get(i));
            }
            numbers[i] = number.doubleValue();
        }
        return numbers;
    }
}
