package dev.trivium.reproduce.molgraph;

import dev.trivium.reproduce.record.Origin;
import java.util.List;

/**
 * One method fitted once on one split, or several fits of it averaged, and scored on all test molecules.
 *
 * @param split {@code 1}, {@code 2} or {@code 3} for a given split, {@code scaffold} for ours
 * @param seeds the seed, or those whose predictions were averaged, joined by {@code +}
 */
record Run(Benchmark benchmark, String split, Method method, String seeds, Sizes sizes, Scores scores, Fit fit, Origin origin) {

    /**
     * Numbers of molecules.
     *
     * @param refused test molecules that no method could read; they are not scored
     */
    record Sizes(int train, int validation, int test, int refused) {}

    /** Mean over tasks; RMSE, MAE and Pearson in regression, AUROC, AUPRC and Brier in classification. */
    record Scores(double first, double second, double third) {}

    /**
     * The training.
     *
     * @param validation best score on the validation molecules as the model counts it; NaN for methods that do not use them
     * @param epochs epochs run, and 0 for methods without
     */
    record Fit(double validation, int epochs, int bestEpoch, double seconds) {}

    /** {@return whether predictions of several fits were averaged} */
    boolean isEnsemble() {
        return seeds.contains("+");
    }

    /** {@return what it is a fit of: of another with the same key, one is kept} */
    Object key() {
        return key(benchmark, split, method, seeds);
    }

    static Object key(Benchmark benchmark, String split, Method method, String seeds) {
        return List.of(benchmark, split, method, seeds);
    }
}
