package dev.trivium.nn.schedule;

/** Checks that the records of this package share. */
final class Rates {

    private Rates() {}

    static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite, got " + value);
        }
    }
}
