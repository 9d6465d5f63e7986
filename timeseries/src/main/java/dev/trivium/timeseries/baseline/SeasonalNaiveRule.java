package dev.trivium.timeseries.baseline;

import dev.trivium.nn.artifact.StoredTensor;
import java.util.List;
import java.util.Optional;

/**
 * y_h = x_(L - p + 1 + (h - 1) mod p) for a season of p steps.
 *
 * @param season p
 * @param longest the longest season found in the training rows; 0 if none was found or looked for
 */
record SeasonalNaiveRule(int horizon, int season, int longest) implements Rule {

    static final String TENSOR = "season"; // p, longest

    @Override
    public Steps over(FilledRows rows) {
        return (origin, target, offset) -> {
            for (int h = 0; h < horizon; h++) {
                rows.copyRow(origin - season + h % season, target, offset + h * rows.width());
            }
        };
    }

    @Override
    public List<StoredTensor> tensors() {
        return List.of(StoredTensor.longs(TENSOR, new long[] {2}, new long[] {season, longest}));
    }

    @Override
    public Optional<String> note() {
        if (longest > season) {
            return Optional.of("season " + season + (season == 1 ? ", the last value" : "") + ": the season of " + longest
                    + " found in the training rows is longer than the look-back");
        }
        return Optional.of(season == 1 ? "no season found in the training rows: the last value" : "season " + season);
    }
}
