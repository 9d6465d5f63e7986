package dev.trivium.molecular.backtest;

import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.metric.LabelledPredictions;
import dev.trivium.evaluation.metric.ScoredTask;
import dev.trivium.evaluation.property.ExcludedMolecule;
import dev.trivium.molecular.MoleculeSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The test molecules that every method answers and that have a label: the same for all methods, so that none is scored on those it likes.
 *
 * @param test     the test molecules
 * @param rows     numbers of those that are scored
 * @param excluded the others, with the reason
 */
record ScoredMolecules(MoleculeSet test, int[] rows, List<ExcludedMolecule> excluded) {

    static ScoredMolecules of(MoleculeSet test, List<Answered> methods) {
        List<Integer> rows = new ArrayList<>();
        List<ExcludedMolecule> excluded = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            String reason = reason(test, i, methods);
            if (reason.isEmpty()) {
                rows.add(i);
            } else {
                excluded.add(new ExcludedMolecule(i + 1, test.smiles().get(i), reason));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("test must hold a molecule that has a label and that every method predicts, got "
                    + test.size() + " molecules" + (excluded.isEmpty() ? "" : "; the first: " + excluded.get(0).reason()));
        }
        return new ScoredMolecules(test, rows.stream().mapToInt(Integer::intValue).toArray(), excluded);
    }

    /** {@return why a molecule is not scored; empty if it is} A method is named only where another one answers. */
    private static String reason(MoleculeSet test, int molecule, List<Answered> methods) {
        Set<String> reasons = new LinkedHashSet<>();
        Set<String> refusing = new LinkedHashSet<>();
        for (Answered method : methods) {
            for (TestAnswers seed : method.seeds()) {
                String reason = seed.refusals().get(molecule);
                if (reason != null) {
                    reasons.add(reason);
                    refusing.add(method.method().name());
                }
            }
        }
        if (!reasons.isEmpty()) {
            return String.join("; ", reasons) + (refusing.size() < methods.size() ? " (so " + String.join(", ", refusing) + ")" : "");
        }
        boolean labelled = IntStream.range(0, test.tasks().size()).anyMatch(task -> !Double.isNaN(test.label(molecule, task)));
        return labelled ? "" : "has no label";
    }

    LabelledPredictions predictions(LabelKind kind, List<ScoredTask> tasks, TestAnswers answers) {
        int width = test.tasks().size();
        double[] chosen = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(answers.values(), rows[i] * width, chosen, i * width, width);
        }
        return LabelledPredictions.of(kind, tasks, test.select(rows).labels(), chosen);
    }

    @Override
    public String toString() {
        return rows.length + " of " + test.size() + " test molecules, without "
                + excluded.stream().map(each -> String.valueOf(each.number())).collect(Collectors.joining(", "));
    }
}
