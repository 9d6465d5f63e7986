package dev.trivium.cli.replay;

import dev.trivium.cli.record.Environment;
import dev.trivium.cli.record.RunRecord;
import dev.trivium.cli.record.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A run and its repetition against each other.
 *
 * @param then        the run as recorded
 * @param now         the repetition
 * @param environment what differs of versions and machine, by name
 * @param setting     what differs of data, split and settings though the command is the same, in words
 * @param tensors     the tensors that differ; empty for a card
 * @param scores      the scores that differ
 */
record Outcome(RunRecord then, RunRecord now, Map<String, String> environment, List<String> setting, List<TensorDifference> tensors,
        ScoreDifferences scores) {

    /** What a comparison comes to. */
    enum Verdict { BIT_EQUAL, WITHIN_TOLERANCE, DIFFERENT }

    static Outcome of(Recorded recorded, Repetition repetition) {
        RunRecord then = recorded.run();
        RunRecord now = repetition.run();
        List<TensorDifference> tensors = !then.madeAModel() ? List.of()
                : recorded.model().isPresent() ? TensorDifference.of(recorded.model().get().tensors(), repetition.model().orElseThrow().tensors())
                : TensorDifference.ofHashes(then.tensors(), now.tensors());
        return new Outcome(then, now, Environment.differences(then.environment(), now.environment()), changed(then.facts(), now.facts()), tensors,
                ScoreDifferences.of(then.scores(), now.scores()));
    }

    private static List<String> changed(Object then, Object now) {
        Map<String, ?> before = Leaves.of(then);
        Map<String, ?> after = Leaves.of(now);
        List<String> changed = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String a = String.valueOf(before.get(name));
            String b = String.valueOf(after.get(name));
            if (!Objects.equals(a, b)) {
                changed.add(Shown.of(name) + ": " + around(a, b) + " → " + around(b, a));
            }
        }
        return changed;
    }

    /** Of a long text, the part in which it differs from another. */
    private static String around(String text, String other) {
        int first = 0;
        while (first < Math.min(text.length(), other.length()) && text.charAt(first) == other.charAt(first)) {
            first++;
        }
        int from = text.length() <= 80 ? 0 : Math.max(0, first - 30);
        return Shown.of((from > 0 ? "…" : "") + text.substring(from));
    }

    boolean isBitEqual() {
        return then.fingerprint().equals(now.fingerprint()) && scores.none();
    }

    /** Weights may be some way off where scores are not: both have a share of their own. */
    Verdict verdict(double tolerance) {
        if (isBitEqual()) {
            return Verdict.BIT_EQUAL;
        }
        return !environment.isEmpty() && isComparable() && scores.lone() == 0 && scores.worst() <= tolerance ? Verdict.WITHIN_TOLERANCE : Verdict.DIFFERENT;
    }

    /** Whether the models have the same tensors, with other values at most. */
    boolean isComparable() {
        return tensors.stream().allMatch(tensor -> tensor.what().isEmpty() || Double.isNaN(tensor.share()) && tensor.what().startsWith("another hash"));
    }

    double worstShare() {
        return tensors.stream().mapToDouble(TensorDifference::share).filter(share -> !Double.isNaN(share)).max().orElse(0);
    }
}
