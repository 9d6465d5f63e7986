package dev.trivium.imputation.fuzzy;

/** Fuzzy "and": commutative, associative, increasing in both arguments, with 1 as its neutral element. */
public enum TNorm {

    /** min(a, b). */
    MINIMUM,
    /** a b. */
    PRODUCT,
    /** max(0, a + b - 1). */
    LUKASIEWICZ,
    /** max(0, a b - √(1 - a²) √(1 - b²)): the cosine of the sum of the angles. Gaussian kernels are transitive for it (Moser 2006). */
    COSINE;

    /**
     * The degree of "a and b".
     *
     * @throws IllegalArgumentException if one is outside [0, 1]
     */
    public double apply(double a, double b) {
        Degrees.require("a", a);
        Degrees.require("b", b);
        return switch (this) {
            case MINIMUM -> Math.min(a, b);
            case PRODUCT -> a * b;
            case LUKASIEWICZ -> Math.max(0, a + b - 1);
            case COSINE -> Math.max(0, a * b - Degrees.complement(a) * Degrees.complement(b));
        };
    }

    /** {@return the degree of "a or b": 1 - T(1 - a, 1 - b)} */
    public double conorm(double a, double b) {
        return 1 - apply(1 - a, 1 - b);
    }

    /** {@return the implicator that is its residual: the largest c with T(a, c) ≤ b} */
    public Implicator residual() {
        return switch (this) {
            case MINIMUM -> Implicator.GOEDEL;
            case PRODUCT -> Implicator.GOGUEN;
            case LUKASIEWICZ -> Implicator.LUKASIEWICZ;
            case COSINE -> Implicator.COSINE;
        };
    }
}
