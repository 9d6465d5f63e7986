package dev.trivium.reproduce.intervals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The seeds of one method, variant, share and group together.
 *
 * @param first   the line of the first seed
 * @param seeds   how many there are
 * @param mean    share inside, the mean over the seeds
 * @param least   the smallest of them
 * @param most    the largest
 * @param width   mean width
 */
record Summary(Line first, int seeds, double mean, double least, double most, double width) {

    /** How far from its nominal share an average may be. */
    static final double TOLERANCE = 0.03;

    /** {@return one for each method, variant, share and group, in the order of the lines} */
    static List<Summary> of(List<Line> lines) {
        Map<List<Object>, List<Line>> groups = new LinkedHashMap<>();
        lines.forEach(line -> groups.computeIfAbsent(List.of(line.study(), line.method(), line.variant(), line.nominal(), line.over()),
                key -> new ArrayList<>()).add(line));
        return groups.values().stream().map(Summary::together).toList();
    }

    private static Summary together(List<Line> seeds) {
        Line first = seeds.stream().min(Comparator.comparingLong(Line::seed)).orElseThrow();
        return new Summary(first, seeds.size(), seeds.stream().mapToDouble(Line::share).average().orElse(Double.NaN),
                seeds.stream().mapToDouble(Line::share).min().orElse(Double.NaN), seeds.stream().mapToDouble(Line::share).max().orElse(Double.NaN),
                seeds.stream().mapToDouble(Line::width).average().orElse(Double.NaN));
    }

    /** {@return whether the mean is within the tolerance of the nominal share} */
    boolean holds() {
        return Math.abs(mean - first.nominal()) <= TOLERANCE + 1e-9;
    }

    boolean isOf(String method, String variant, double nominal, String over) {
        return first.method().equals(method) && first.variant().equals(variant) && first.nominal() == nominal && first.over().equals(over);
    }
}
