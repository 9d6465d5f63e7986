package dev.trivium.evaluation.report;

import dev.trivium.evaluation.scorecard.Estimate;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.text.Figures;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the rows of all cards have in common. */
final class MethodNotes {

    /** What the column of memory holds. */
    static final String MEMORY = "MB: the most memory that the whole process held meanwhile, in 10⁶ bytes.";

    private MethodNotes() {
    }

    /** {@return the look of a row: models stand out, naive rows do not} */
    static Look look(MethodKind kind) {
        return kind == MethodKind.MODEL ? Look.MODEL : kind == MethodKind.BASELINE ? Look.of(2) : Look.OBSERVED;
    }

    static String group(MethodKind kind) {
        return kind == MethodKind.MODEL ? "models" : kind == MethodKind.BASELINE ? "baselines" : "naive";
    }

    /**
     * {@return what a model's standing against the best naive row amounts to}
     *
     * @param beaten whether a baseline does better
     */
    static Statement verdict(Standing standing, String model, String naive, boolean beaten, String sentence) {
        String claim = switch (standing) {
            case GOOD -> " beats ";
            case BAD -> " does NOT beat ";
            default -> " is NOT shown to beat ";
        };
        boolean but = beaten && standing == Standing.GOOD;
        return new Statement(but ? Standing.UNSURE : standing, model + claim + naive + (but ? ", but a baseline does better" : ""), sentence);
    }

    /** Adds what must be known about a row below the table. */
    static void note(Table table, Method method, String scores) {
        String seeds = method.seeds().isEmpty() ? "" : method.seeds().size() == 1 ? "seed " + method.seeds().get(0)
                : "mean over seeds " + method.seeds().stream().map(Object::toString).collect(Collectors.joining(", "))
                        + " ± their standard deviation: " + scores;
        String text = seeds + (seeds.isEmpty() || method.note().isEmpty() ? "" : "; ") + method.note();
        if (!text.isEmpty()) {
            table.note(method.name() + ": " + text);
        }
    }

    static String spread(Estimate estimate) {
        return Figures.score(estimate.value()) + " ± " + Figures.significant(estimate.seedDeviation(), 2);
    }

    /** {@return the value, with a star if it is the least of all} */
    static String least(double value, double[] all) {
        double[] known = Arrays.stream(all).filter(other -> !Double.isNaN(other)).toArray();
        boolean best = !Double.isNaN(value) && Arrays.stream(known).noneMatch(other -> other < value);
        return Figures.scoreAmong(value, known) + (best ? "*" : "");
    }

    static String memory(Method method) {
        return Double.isNaN(method.cost().megabytes()) ? "" : Long.toString(Math.round(method.cost().megabytes()));
    }

    static String cost(double value) {
        return value < 0.01 ? "<0.01" : Figures.significant(value, 2);
    }
}
