package dev.trivium.reproduce.timetracker.finetune;

import dev.trivium.reproduce.record.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is trained.
 *
 * @param dataset name in the catalogue
 * @param share of the training windows, the last ones
 */
record Setting(String dataset, Origin start, double share) {

    static final List<String> SETS = List.of("ETTh1", "ETTh2");
    static final int LENGTH = 96; // of what is seen, and of what is forecast
    static final double FEW = 0.05;

    /** Where a training starts. */
    enum Origin {
        /** The weights that come with the module. */
        SHIPPED,
        /** Random weights of the same shape. */
        RANDOM;

        static Origin parse(String text) {
            return Arrays.stream(values()).filter(origin -> origin.title().equals(text.toLowerCase(Locale.ROOT))).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("starts must be among " + titles() + ", got " + text));
        }

        static List<String> titles() {
            return Arrays.stream(values()).map(Origin::title).toList();
        }

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
