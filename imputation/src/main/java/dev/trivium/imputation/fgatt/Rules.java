package dev.trivium.imputation.fgatt;

import java.util.Locale;

/** Bounds of settings. */
final class Rules {

    private Rules() {}

    static void between(String name, int low, int high, int value) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must be between %d and %d, got %d", name, low, high, value));
        }
    }

    static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
    }
}
