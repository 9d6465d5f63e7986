package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.metric.ForecastErrors;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the scores rest on, and what was left out.
 *
 * @param windows        windows scored
 * @param excluded       windows left out, by reason
 * @param filledInputs   look-back cells that were missing and filled from the past
 * @param targets        target cells of the scored windows
 * @param missingTargets those of them that were missing, and so not scored
 */
public record Coverage(int windows, Map<String, Integer> excluded, long filledInputs, long targets, long missingTargets) {

    /** Copies the reasons in their order and checks the counts. */
    public Coverage {
        excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
        if (windows < 0 || filledInputs < 0 || missingTargets < 0 || targets < missingTargets
                || excluded.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts must be at least 0 and missingTargets at most targets, got windows="
                    + windows + ", excluded=" + excluded + ", filledInputs=" + filledInputs + ", targets=" + targets
                    + ", missingTargets=" + missingTargets);
        }
    }

    /** {@return the coverage of windows that were scored into {@code errors}} */
    public static Coverage of(ForecastErrors errors, Map<String, Integer> excluded, long filledInputs) {
        return new Coverage(errors.windows(), excluded, filledInputs,
                errors.observed() + errors.missing(), errors.missing());
    }

    /** {@return all windows left out} */
    public int excludedWindows() {
        return excluded.values().stream().mapToInt(Integer::intValue).sum();
    }
}
