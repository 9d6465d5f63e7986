package dev.trivium.molecular.interval;

import dev.trivium.evaluation.conformal.CalibrationPoints;
import dev.trivium.evaluation.conformal.ConformalIntervals;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.text.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Intervals of one task: offsets in units of the difficulty of a molecule. */
record NumberRule(int points, Difficulty difficulty, Optional<ConformalIntervals> reach) implements TaskRule {

    static NumberRule fit(MoleculeIntervals.Observed learnt, MoleculeIntervals.Observed judged, int task, List<Double> shares) {
        int[] rows = learnt.rows(task);
        List<Double> possible = shares.stream().filter(share -> Tails.TOGETHER.fewest(share) <= rows.length).toList();
        Difficulty difficulty = difficulty(judged, task);
        if (possible.isEmpty()) {
            return new NumberRule(rows.length, difficulty, Optional.empty());
        }
        double[] said = Arrays.stream(rows).mapToDouble(row -> learnt.predicted(row, task)).toArray();
        double[] came = Arrays.stream(rows).mapToDouble(row -> learnt.set().label(row, task)).toArray();
        double[] scale = Arrays.stream(rows).mapToDouble(row -> difficulty.of(learnt.standings().get(row).distance(), learnt.spread(row, task)))
                .toArray();
        int[] groups = Arrays.stream(rows).map(row -> learnt.standings().get(row).group()).toArray();
        CalibrationPoints points = CalibrationPoints.of(said, came).inGroups(groups).scaledBy(scale);
        return new NumberRule(rows.length, difficulty, Optional.of(ConformalIntervals.fit(points, possible, Tails.TOGETHER, KnownScaffolds.GROUPS,
                MoleculeIntervals.FEWEST_IN_GROUP)));
    }

    private static Difficulty difficulty(MoleculeIntervals.Observed judged, int task) {
        int[] rows = judged.rows(task);
        return Difficulty.fit(
                Arrays.stream(rows).mapToDouble(row -> Math.abs(judged.set().label(row, task) - judged.predicted(row, task))).toArray(),
                Arrays.stream(rows).mapToDouble(row -> judged.standings().get(row).distance()).toArray(),
                Arrays.stream(rows).mapToDouble(row -> judged.spread(row, task)).toArray());
    }

    @Override
    public List<Double> shares() {
        return reach.map(ConformalIntervals::shares).orElse(List.of());
    }

    Map<Double, Interval> intervals(double value, double spread, Standing standing) {
        Map<Double, Interval> intervals = new TreeMap<>();
        if (reach.isPresent() && Double.isFinite(value)) {
            double scale = difficulty.of(standing.distance(), spread);
            for (double share : shares()) {
                Interval wide = reach.get().offsets(share, standing.group()).around(value, value, scale);
                intervals.put(share, new Interval(Math.max(-Double.MAX_VALUE, wide.low()), Math.min(Double.MAX_VALUE, wide.high())));
            }
        }
        return intervals;
    }

    @Override
    public List<String> notes(List<Double> asked) {
        List<String> notes = new ArrayList<>();
        asked.stream().filter(share -> !shares().contains(share)).forEach(share -> notes.add("no interval of " + Figures.percent(share) + ", as "
                + points + " calibration molecules have a label and " + Tails.TOGETHER.fewest(share) + " are needed"));
        return notes;
    }

    /** {@return the groups that have a reach of their own} */
    List<String> ownGroups() {
        return reach.map(r -> IntStream.range(0, r.groups().size()).mapToObj(r::reachOf).filter(name -> !name.equals(ConformalIntervals.ALL))
                .toList()).orElse(List.of());
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("points", points);
        map.put("difficulty", difficulty.describe());
        reach.ifPresent(r -> map.put("intervals", r.description()));
        return map;
    }
}
