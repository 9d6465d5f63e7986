package dev.trivium.imputation.interval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** Intervals as plain texts and numbers. */
final class IntervalDescription {

    private static final Set<String> ENTRIES = Set.of("level", "levels", "groups", "widths");
    private static final Set<String> GROUP = Set.of("steps", "cells", "lower", "upper");

    private IntervalDescription() {}

    static Map<String, Object> of(double level, List<Double> levels, List<Bounds> groups, double[] widths) {
        List<Map<String, Object>> described = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("steps", GapSteps.label(g));
            group.put("cells", groups.get(g).cells());
            group.put("lower", groups.get(g).lower());
            group.put("upper", groups.get(g).upper());
            described.add(group);
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("level", level);
        entries.put("levels", levels);
        entries.put("groups", described);
        entries.put("widths", DoubleStream.of(widths).boxed().toList());
        return entries;
    }

    static GapIntervals parse(Map<String, Object> description) {
        requireEntries("intervals", ENTRIES, description);
        List<Double> levels = entry("levels", () -> numbers(description.get("levels")));
        double level = entry("level", () -> number(description.get("level")));
        double[] widths = entry("widths", () -> numbers(description.get("widths"))).stream().mapToDouble(Double::doubleValue).toArray();
        List<Bounds> groups = entry("groups", () -> groups(description.get("groups"), levels.size()));
        if (!levels.contains(level) || !levels.stream().allMatch(v -> v > 0 && v < 1)) {
            throw new IllegalArgumentException("level must be one of levels, all between 0 and 1, got " + level + " and " + levels);
        }
        if (!DoubleStream.of(widths).allMatch(v -> v >= 0 && Double.isFinite(v))) {
            throw new IllegalArgumentException("widths must be finite and at least 0, got " + description.get("widths"));
        }
        return new GapIntervals(level, levels, groups, widths);
    }

    private static List<Bounds> groups(Object value, int levels) {
        List<?> described = (List<?>) value;
        if (described.size() != GapSteps.GROUPS) {
            throw new IllegalArgumentException("must be " + GapSteps.GROUPS + ", got " + described.size());
        }
        List<Bounds> groups = new ArrayList<>();
        for (Object entry : described) {
            Map<?, ?> group = (Map<?, ?>) entry;
            requireEntries("groups", GROUP, group);
            Bounds bounds = new Bounds((int) number(group.get("cells")), numbers(group.get("lower")), numbers(group.get("upper")));
            if (!GapSteps.label(groups.size()).equals(group.get("steps")) || bounds.lower().size() != levels) {
                throw new IllegalArgumentException("must be of " + GapSteps.label(groups.size()) + " steps with a bound for each of " + levels
                        + " levels, got " + group);
            }
            groups.add(bounds);
        }
        return groups;
    }

    private static void requireEntries(String what, Set<String> expected, Map<?, ?> actual) {
        if (!actual.keySet().equals(expected)) {
            throw new IllegalArgumentException("entries of " + what + " must be " + new TreeSet<>(expected) + ", got " + actual.keySet());
        }
    }

    private static <T> T entry(String name, Supplier<T> read) {
        try {
            return read.get();
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " must be as described by GapIntervals: " + e.getMessage());
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static List<Double> numbers(Object value) {
        List<Double> numbers = new ArrayList<>();
        for (Object number : (List<?>) value) {
            numbers.add(number(number));
        }
        return numbers;
    }
}
