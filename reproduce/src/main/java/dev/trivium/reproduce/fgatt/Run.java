package dev.trivium.reproduce.fgatt;

import dev.trivium.reproduce.record.Origin;
import java.util.List;

/**
 * One method, fitted once and scored on the hidden test cells, or all its fits together.
 *
 * @param seeds the seed of the fit; or {@code all:} and the seeds that are taken together, joined by {@code +}
 * @param fit of one fit; of several, the means
 */
record Run(Setting setting, Method method, String seeds, Mask mask, Scores scores, Paired paired, Fit fit, Origin origin) {

    static final String TOGETHER = "all:";

    /**
     * What was hidden.
     *
     * @param cells hidden test cells
     */
    record Mask(String sha256, int cells) {}

    /**
     * Errors in the units of the data; of several fits the means over them.
     *
     * @param deviation of the MAE over the seeds; NaN for one
     * @param low lower end of the 95 % interval of the MAE, over blocks of time
     * @param high upper end
     * @param coverage share of the cells within their 80 % interval
     */
    record Scores(double mae, double deviation, double low, double high, double rmse, double mre, double coverage) {

        static Scores unknown() {
            return new Scores(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /**
     * p values of paired tests on the same cells; NaN for a single fit and where the other was not run. Whether the method is the better one
     * is seen from the MAE.
     *
     * @param bestSimple the simple method of the lowest MAE; empty for a single fit
     * @param fgatt against FGATT of the same seeds
     * @param fgattMae the MAE of FGATT of the same seeds
     */
    record Paired(double linear, String bestSimple, double simple, double noGraph, double fgatt, double fgattMae) {

        static Paired none() {
            return new Paired(Double.NaN, "", Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /**
     * The training.
     *
     * @param validation best score on the validation rows as the model counts it; NaN for methods without
     * @param epochs 0 for methods without
     * @param fillSeconds time to fill the test rows
     */
    record Fit(double validation, int epochs, int bestEpoch, double seconds, double fillSeconds) {}

    /** {@return whether it is all fits of the method} */
    boolean together() {
        return seeds.startsWith(TOGETHER);
    }

    /** {@return the number of seeds} */
    int count() {
        return seeds.split("\\+", -1).length;
    }

    /** {@return what it is one of: the same fit, or all fits of the method, whatever their seeds} */
    Object key() {
        return List.of(setting, method, together() ? TOGETHER : seeds);
    }
}
