package dev.trivium.molecular.interval;

import dev.trivium.evaluation.metric.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the truth of one molecule is to be expected: for each task and share an interval, or a set of labels. Of a model that predicts numbers
 * the sets are empty lists, of one that classifies the intervals.
 *
 * @param group     of the molecule, such as {@code new scaffold}: whose calibration molecules it is compared with where there were enough
 * @param intervals by share, one map per task; in the unit of the labels. A share is missing where there were too few calibration molecules
 * @param sets      labels by share, one map per task
 */
public record Ranges(String group, List<Map<Double, Interval>> intervals, List<Map<Double, Set<Integer>>> sets) {

    /** Copies the maps. */
    public Ranges {
        intervals = intervals.stream().map(map -> java.util.Collections.unmodifiableMap(new TreeMap<>(map))).toList();
        sets = sets.stream().map(map -> java.util.Collections.unmodifiableMap(new TreeMap<>(map))).toList();
    }

    /** {@return the interval of a task, counted from 0; empty if none is stated for this share} */
    public Optional<Interval> interval(int task, double share) {
        return at(intervals, task, share);
    }

    /** {@return the set of labels of a task, counted from 0: none, one or both of 0 and 1; empty if none is stated for this share} */
    public Optional<Set<Integer>> labels(int task, double share) {
        return at(sets, task, share);
    }

    private static <T> Optional<T> at(List<Map<Double, T>> tasks, int task, double share) {
        return task < tasks.size() ? Optional.ofNullable(tasks.get(task).get(share)) : Optional.empty();
    }
}
