package dev.trivium.evaluation.conformal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Sets of labels that hold the true one with a stated share, from the probabilities of any classifier. Immutable.
 *
 * <p>A label y is in the set if its score 1 − p(y) is at most the ceil((n + 1) share)-th smallest score of true labels on calibration points:
 * of all points (marginal), or of those whose true label is y (label-conditional: the share holds for every label by itself; Vovk 2012; Sadinle,
 * Lei and Wasserman 2019). A label with too few points takes the threshold of all. A set may be empty, where no label is likely enough, and may
 * hold all labels.
 */
public final class LabelSets {

    private static final Set<String> ENTRIES = Set.of("byLabel", "shares", "labels", "all");
    private static final Set<String> NAMED = Set.of("name", "points", "thresholds");

    private record Threshold(int points, List<Double> byShare) {}

    private final boolean byLabel;
    private final List<Double> shares;
    private final List<String> labels;
    private final List<Threshold> own;
    private final Threshold all;

    private LabelSets(boolean byLabel, List<Double> shares, List<String> labels, List<Threshold> own, Threshold all) {
        this.byLabel = byLabel;
        this.shares = shares;
        this.labels = List.copyOf(labels);
        this.own = List.copyOf(own);
        this.all = all;
    }

    /**
     * Learns thresholds that hold the share over all labels together.
     *
     * @param labels their names, at least two; all different
     * @param probabilities (point, label), in [0, 1]
     * @param truth the number of the true label of each point
     * @param shares rising within (0, 1)
     * @throws IllegalArgumentException if a probability is NaN or out of range, or there are too few points for the largest share
     */
    public static LabelSets marginal(List<String> labels, double[][] probabilities, int[] truth, List<Double> shares) {
        return fit(false, labels, probabilities, truth, shares, 0);
    }

    /**
     * Learns thresholds that hold the share for every label.
     *
     * @param fewest points that a label must have for a threshold of its own, and at least as many as the largest share needs
     */
    public static LabelSets byLabel(List<String> labels, double[][] probabilities, int[] truth, List<Double> shares, int fewest) {
        return fit(true, labels, probabilities, truth, shares, fewest);
    }

    private static LabelSets fit(boolean byLabel, List<String> labels, double[][] probabilities, int[] truth, List<Double> shares, int fewest) {
        List<Double> checked = Shares.require(shares);
        requireLabels(labels);
        if (probabilities.length != truth.length) {
            throw new IllegalArgumentException("probabilities must have a row for each of " + truth.length + " points, got " + probabilities.length);
        }
        double[] scores = new double[truth.length];
        for (int i = 0; i < scores.length; i++) {
            requireProbabilities(probabilities[i], labels.size());
            if (truth[i] < 0 || truth[i] >= labels.size()) {
                throw new IllegalArgumentException("truth must be in [0, " + labels.size() + "), got " + truth[i] + " at point " + i);
            }
            scores[i] = 1 - probabilities[i][truth[i]];
        }
        int needed = needed(checked);
        if (scores.length < needed) {
            throw new IllegalArgumentException("calibration must have at least " + needed + " points for sets of "
                    + checked.get(checked.size() - 1) + ", got " + scores.length);
        }
        List<Threshold> own = new ArrayList<>();
        for (int y = 0; y < labels.size(); y++) {
            int label = y;
            double[] of = IntStream.range(0, scores.length).filter(i -> truth[i] == label).mapToDouble(i -> scores[i]).toArray();
            own.add(byLabel && of.length >= Math.max(needed, fewest) ? threshold(of, checked) : new Threshold(of.length, List.of()));
        }
        return new LabelSets(byLabel, checked, labels, own, threshold(scores, checked));
    }

    private static void requireLabels(List<String> labels) {
        if (labels.size() < 2 || new HashSet<>(labels).size() != labels.size()) {
            throw new IllegalArgumentException("labels must be at least two different names, got " + Described.shown(labels));
        }
    }

    private static void requireProbabilities(double[] probabilities, int labels) {
        if (probabilities.length != labels || Arrays.stream(probabilities).anyMatch(p -> !(p >= 0 && p <= 1))) {
            throw new IllegalArgumentException("probabilities must be " + labels + " numbers in [0, 1], got "
                    + Described.shown(Arrays.toString(probabilities)));
        }
    }

    private static int needed(List<Double> shares) {
        return Tails.TOGETHER.fewest(shares.get(shares.size() - 1));
    }

    private static Threshold threshold(double[] scores, List<Double> shares) {
        return new Threshold(scores.length, shares.stream()
                .map(share -> FiniteSample.quantile(scores, Tails.TOGETHER.inside(share))).toList());
    }

    /** {@return the shares that sets are given for, rising} */
    public List<Double> shares() {
        return shares;
    }

    /** {@return the names of the labels} */
    public List<String> labels() {
        return labels;
    }

    /** {@return whether the share is to hold for every label by itself} */
    public boolean isByLabel() {
        return byLabel;
    }

    /** {@return how many calibration points a label had} */
    public int points(int label) {
        return own.get(label).points();
    }

    /** {@return whose threshold a label takes: its own name, or {@value ConformalIntervals#ALL}} */
    public String thresholdOf(int label) {
        return own.get(label).byShare().isEmpty() ? ConformalIntervals.ALL : labels.get(label);
    }

    /** {@return the numbers of the labels in the set, rising; maybe none, maybe all} */
    public List<Integer> set(double share, double[] probabilities) {
        requireProbabilities(probabilities, labels.size());
        int index = Shares.index(shares, share);
        List<Integer> set = new ArrayList<>();
        for (int y = 0; y < labels.size(); y++) {
            List<Double> thresholds = own.get(y).byShare().isEmpty() ? all.byShare() : own.get(y).byShare();
            if (1 - probabilities[y] <= thresholds.get(index)) {
                set.add(y);
            }
        }
        return set;
    }

    /** {@return as JSON-like values, from which {@link #of} makes the same again, to the last bit} */
    public Map<String, Object> description() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("byLabel", byLabel);
        map.put("shares", shares);
        List<Map<String, Object>> described = new ArrayList<>();
        for (int y = 0; y < labels.size(); y++) {
            described.add(describe(labels.get(y), own.get(y)));
        }
        map.put("labels", described);
        map.put("all", describe(ConformalIntervals.ALL, all));
        return map;
    }

    private static Map<String, Object> describe(String name, Threshold threshold) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("points", threshold.points());
        map.put("thresholds", threshold.byShare());
        return map;
    }

    /**
     * {@return what {@link #description} described}
     *
     * @throws IllegalArgumentException if an entry is missing, unknown, or out of range; the message names it
     */
    public static LabelSets of(Map<String, Object> description) {
        Described.requireEntries("sets", description, ENTRIES);
        boolean byLabel = Described.entry(description, "byLabel", value -> {
            if (value instanceof Boolean flag) {
                return flag;
            }
            throw new IllegalArgumentException("must be true or false, got " + Described.shown(value));
        });
        List<Double> shares = Described.entry(description, "shares", value -> Shares.require(Described.numbers(value)));
        List<String> names = new ArrayList<>();
        List<Threshold> own = Described.entry(description, "labels", value -> {
            List<Threshold> read = new ArrayList<>();
            for (Object one : Described.list(value)) {
                names.add(Described.entry(Described.map(one), "name", Described::text));
                read.add(threshold(one, shares, !byLabel));
            }
            return read;
        });
        requireLabels(names);
        Threshold all = Described.entry(description, "all", value -> threshold(value, shares, false));
        if (all.byShare().isEmpty()) {
            throw new IllegalArgumentException("all must have thresholds, got none");
        }
        return new LabelSets(byLabel, shares, names, own, all);
    }

    private static Threshold threshold(Object value, List<Double> shares, boolean mustBeEmpty) {
        Map<?, ?> map = Described.map(value);
        Described.requireEntries("a label", map, NAMED);
        int points = Described.entry(map, "points", Described::count);
        List<Double> thresholds = Described.entry(map, "thresholds", Described::numbers);
        boolean right = thresholds.isEmpty() || !mustBeEmpty && thresholds.size() == shares.size() && points >= needed(shares);
        if (!right || thresholds.stream().anyMatch(t -> !(t >= 0 && t <= 1))) {
            throw new IllegalArgumentException("thresholds must be in [0, 1], one for each of " + shares.size() + " shares and from enough points, or"
                    + " none, got " + Described.shown(thresholds) + " from " + points);
        }
        return new Threshold(points, thresholds);
    }
}
