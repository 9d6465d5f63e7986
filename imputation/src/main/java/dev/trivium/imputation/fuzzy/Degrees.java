package dev.trivium.imputation.fuzzy;

/** Degrees are numbers in [0, 1]. */
final class Degrees {

    private Degrees() {}

    static double require(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1, got " + value);
        }
        return value;
    }

    static void requireSet(String name, double[] set, int size) {
        if (set.length != size) {
            throw new IllegalArgumentException(name + " must have one degree per element (" + size + "), got " + set.length);
        }
        for (double degree : set) {
            require(name, degree);
        }
    }

    /** The square root of 1 - a²; as a product it loses no digits near 1. */
    static double complement(double a) {
        return Math.sqrt((1 - a) * (1 + a));
    }
}
