package dev.trivium.molecular.backtest;

import dev.trivium.evaluation.conformal.ConformalIntervals;
import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.conformal.CoverageTable;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.metric.ScoredTask;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.interval.Ranges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Counts how many labels lie in a method's intervals or sets.
 *
 * <p>Labels of one molecule, and answers of several seeds to one molecule, depend on each other: the confidence interval is that of as many
 * independent trials as there are molecules.
 */
final class RangeCounts {

    private final MoleculeSet test;
    private final int[] rows;
    private final List<ScoredTask> tasks;

    RangeCounts(ScoredMolecules scored, List<ScoredTask> tasks) {
        test = scored.test();
        rows = scored.rows();
        this.tasks = tasks;
    }

    /** {@return a table for each share that all seeds were calibrated for} */
    List<CoverageTable> tables(Answered method, TestGroups groups) {
        List<CoverageTable> tables = new ArrayList<>();
        List<Double> shares = method.seeds().get(0).shares();
        for (double share : shares) {
            CoverageRow overall = row(ConformalIntervals.ALL, method, share, (molecule, task) -> true);
            if (overall.points() > 0 && method.seeds().stream().allMatch(seed -> seed.shares().contains(share))) {
                tables.add(new CoverageTable(share, overall, groups.all().stream().map(group -> row(group.name(), method, share, group.holds()))
                        .filter(group -> group.points() > 0).toList()));
            }
        }
        return tables;
    }

    private CoverageRow row(String name, Answered method, double share, BiPredicate<Integer, Integer> holds) {
        long points = 0;
        long inside = 0;
        double width = 0;
        int molecules = 0;
        for (int molecule : rows) {
            long before = points;
            for (TestAnswers seed : method.seeds()) {
                for (int task = 0; task < tasks.size(); task++) {
                    double label = test.label(molecule, task);
                    Optional<Held> held = Double.isNaN(label) || !holds.test(molecule, task) ? Optional.empty()
                            : held(seed.ranges().get(molecule), task, share, label);
                    if (held.isPresent()) {
                        points++;
                        inside += held.get().inside() ? 1 : 0;
                        width += held.get().width();
                    }
                }
            }
            molecules += points > before ? 1 : 0;
        }
        if (points == 0) {
            return CoverageRow.independent(name, 0, 0, 0);
        }
        double found = (double) inside / points;
        Interval interval = CoverageRow.independent(name, molecules, Math.round(found * molecules), 0).interval();
        return new CoverageRow(name, points / method.seeds().size(), found, interval, width / points);
    }

    private record Held(boolean inside, double width) {}

    private Optional<Held> held(Optional<Ranges> ranges, int task, double share, double label) {
        Optional<Interval> interval = ranges.flatMap(each -> each.interval(task, share));
        if (interval.isPresent()) {
            return interval.map(each -> new Held(each.contains(label), (each.high() - each.low()) / tasks.get(task).scale()));
        }
        Optional<Set<Integer>> set = ranges.flatMap(each -> each.labels(task, share));
        return set.map(each -> new Held(each.contains((int) label), each.size()));
    }
}
