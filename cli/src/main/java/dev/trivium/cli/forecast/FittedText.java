package dev.trivium.cli.forecast;

import dev.trivium.cli.terminal.Durations;
import dev.trivium.timeseries.Forecaster;
import java.util.Locale;
import java.util.Map;

/** One line on a fitted model, from its provenance. */
final class FittedText {

    private FittedText() {}

    static String of(Forecaster fitted) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s, %d → %d steps", fitted.spec().name(), fitted.spec().lookback(),
                fitted.spec().horizon()));
        if (fitted.provenance().get("metrics") instanceof Map<?, ?> metrics) {
            if (metrics.get("best.epoch") instanceof Number best && metrics.get("epochs") instanceof Number epochs) {
                text.append(String.format(Locale.ROOT, ", best epoch %d of %d", best.intValue(), epochs.intValue()));
            }
            if (metrics.get("validation.mse") instanceof Number mse) {
                text.append(String.format(Locale.ROOT, ", validation MSE %.4f (standardised)", mse.doubleValue()));
            }
            if (metrics.get("fit.seconds") instanceof Number seconds) {
                text.append(", ").append(Durations.text(seconds.doubleValue()));
            }
        }
        return text.toString();
    }
}
