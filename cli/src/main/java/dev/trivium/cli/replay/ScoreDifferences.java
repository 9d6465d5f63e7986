package dev.trivium.cli.replay;

import dev.trivium.cli.record.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Scores of two runs against each other.
 *
 * @param compared numbers that both have
 * @param numbers  those that differ, the largest difference first
 * @param others   what differs and is no number, or is there once only, in words
 * @param lone     how many of the others are a number in one of the runs
 */
record ScoreDifferences(int compared, List<Number> numbers, List<String> others, int lone) {

    /**
     * A number that differs.
     *
     * @param name  where it stands
     * @param then  as recorded
     * @param now   of the replay
     * @param share of the difference in the largest number of its kind, such as of all MSE
     */
    record Number(String name, double then, double now, double share) {

        double absolute() {
            return Math.abs(then - now);
        }
    }

    static ScoreDifferences of(Object then, Object now) {
        Map<String, @Nullable Object> before = Leaves.of(then);
        Map<String, @Nullable Object> after = Leaves.of(now);
        Map<String, Double> largest = new TreeMap<>();
        before.forEach((name, value) -> scale(largest, name, value));
        after.forEach((name, value) -> scale(largest, name, value));
        List<Number> numbers = new ArrayList<>();
        List<String> others = new ArrayList<>();
        int compared = 0;
        int lone = 0;
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String name : all) {
            Object a = before.get(name);
            Object b = after.get(name);
            if (a instanceof java.lang.Number x && b instanceof java.lang.Number y) {
                compared++;
                if (x.doubleValue() != y.doubleValue()) {
                    numbers.add(new Number(name, x.doubleValue(), y.doubleValue(),
                            Math.abs(x.doubleValue() - y.doubleValue()) / largest.getOrDefault(Leaves.kind(name), 1.0)));
                }
            } else if (!Objects.equals(a, b)) {
                lone += a instanceof java.lang.Number || b instanceof java.lang.Number ? 1 : 0;
                others.add(Shown.of(name) + ": " + Shown.of(String.valueOf(a)) + " → " + Shown.of(String.valueOf(b)));
            }
        }
        numbers.sort(Comparator.comparingDouble(Number::share).reversed());
        return new ScoreDifferences(compared, List.copyOf(numbers), List.copyOf(others), lone);
    }

    private static void scale(Map<String, Double> largest, String name, @Nullable Object value) {
        if (value instanceof java.lang.Number number) {
            largest.merge(Leaves.kind(name), Math.abs(number.doubleValue()), Math::max);
        }
    }

    boolean none() {
        return numbers.isEmpty() && others.isEmpty();
    }

    /** {@return the largest share, of scores only: the epoch that was best may be another where scores hardly differ} */
    double worst() {
        return numbers.stream().filter(number -> !number.name().matches(".*\\bepochs?$")).mapToDouble(Number::share).max().orElse(0);
    }
}
