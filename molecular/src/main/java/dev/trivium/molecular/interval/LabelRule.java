package dev.trivium.molecular.interval;

import dev.trivium.evaluation.conformal.LabelSets;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.evaluation.text.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Sets of one task, label by label. A label with too few calibration molecules for a share is in every set of this share: all that is known of
 * it is that it occurs, and so the share holds for it too.
 */
record LabelRule(int points, List<LabelSets> byShare) implements TaskRule {

    static final List<String> LABELS = List.of("0", "1");

    LabelRule {
        byShare = List.copyOf(byShare);
    }

    static LabelRule fit(MoleculeIntervals.Observed learnt, int task, List<Double> shares) {
        int[] rows = learnt.rows(task);
        double[][] probabilities = Arrays.stream(rows).mapToObj(row -> both(learnt.predicted(row, task))).toArray(double[][]::new);
        int[] truth = Arrays.stream(rows).map(row -> (int) learnt.set().label(row, task)).toArray();
        return new LabelRule(rows.length, shares.stream().filter(share -> Tails.TOGETHER.fewest(share) <= rows.length)
                .map(share -> LabelSets.byLabel(LABELS, probabilities, truth, List.of(share), 0)).toList());
    }

    private static double[] both(double yes) {
        return new double[] {1 - yes, yes};
    }

    @Override
    public List<Double> shares() {
        return byShare.stream().map(sets -> sets.shares().get(0)).toList();
    }

    Map<Double, Set<Integer>> sets(double yes) {
        Map<Double, Set<Integer>> all = new TreeMap<>();
        if (yes >= 0 && yes <= 1) {
            for (LabelSets sets : byShare) {
                Set<Integer> set = new TreeSet<>(sets.set(sets.shares().get(0), both(yes)));
                unknown(sets).forEach(set::add);
                all.put(sets.shares().get(0), set);
            }
        }
        return all;
    }

    /** The labels without a threshold of their own. */
    private static IntStream unknown(LabelSets sets) {
        return IntStream.range(0, LABELS.size()).filter(label -> !sets.thresholdOf(label).equals(LABELS.get(label)));
    }

    @Override
    public List<String> notes(List<Double> asked) {
        List<String> notes = new ArrayList<>();
        for (double share : asked) {
            int needed = Tails.TOGETHER.fewest(share);
            int index = shares().indexOf(share);
            if (index < 0) {
                notes.add("no set of " + Figures.percent(share) + ", as " + points + " calibration molecules have a label and " + needed
                        + " are needed");
                continue;
            }
            LabelSets sets = byShare.get(index);
            unknown(sets).forEach(label -> notes.add("every set of " + Figures.percent(share) + " holds " + label + ", as " + sets.points(label)
                    + " calibration molecules are " + label + " and " + needed + " are needed to leave it out"));
        }
        return notes;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("points", points);
        map.put("sets", byShare.stream().map(LabelSets::description).toList());
        return map;
    }
}
