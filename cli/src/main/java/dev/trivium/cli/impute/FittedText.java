package dev.trivium.cli.impute;

import dev.trivium.cli.terminal.Durations;
import dev.trivium.imputation.Imputer;
import java.util.Locale;
import java.util.Map;

/** One line on a fitted imputer, from its provenance. */
final class FittedText {

    private FittedText() {}

    static String of(Imputer fitted) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s, %,d series", fitted.spec().name(), fitted.variables().size()));
        if (fitted.provenance().get("metrics") instanceof Map<?, ?> metrics) {
            if (metrics.get("best.epoch") instanceof Number best && metrics.get("epochs") instanceof Number epochs) {
                text.append(String.format(Locale.ROOT, ", best epoch %d of %d", best.intValue(), epochs.intValue()));
            }
            if (metrics.get("validation.mae") instanceof Number mae) {
                text.append(String.format(Locale.ROOT, ", validation MAE %.4f (standardised)", mae.doubleValue()));
            }
            if (metrics.get("fit.seconds") instanceof Number seconds) {
                text.append(", ").append(Durations.text(seconds.doubleValue()));
            }
        }
        return text.toString();
    }
}
