package dev.trivium.imputation.fuzzy;

import java.util.Optional;

/** Fuzzy "if a then b": falling in a, rising in b, with I(0, b) = 1, I(1, 1) = 1 and I(1, 0) = 0. */
public enum Implicator {

    /** max(1 - a, b); the S-implicator of the maximum. */
    KLEENE_DIENES,
    /** min(1, 1 - a + b); the S-implicator of the bounded sum and the residual of the Lukasiewicz t-norm. */
    LUKASIEWICZ,
    /** 1 - a + a b; the S-implicator of the probabilistic sum. */
    REICHENBACH,
    /** 1 where a ≤ b, else b; the residual of the minimum. */
    GOEDEL,
    /** 1 where a ≤ b, else b / a; the residual of the product. */
    GOGUEN,
    /** 1 where a ≤ b, else a b + √(1 - a²) √(1 - b²); the residual of the cosine t-norm. */
    COSINE;

    /**
     * The degree of "if a then b".
     *
     * @throws IllegalArgumentException if one is outside [0, 1]
     */
    public double apply(double a, double b) {
        Degrees.require("a", a);
        Degrees.require("b", b);
        return switch (this) {
            case KLEENE_DIENES -> Math.max(1 - a, b);
            case LUKASIEWICZ -> Math.min(1, 1 - a + b);
            case REICHENBACH -> 1 - a + a * b;
            case GOEDEL -> a <= b ? 1 : b;
            case GOGUEN -> a <= b ? 1 : b / a;
            case COSINE -> a <= b ? 1 : Math.min(1, a * b + Degrees.complement(a) * Degrees.complement(b));
        };
    }

    /** {@return the t-norm T with I(a, b) = S(1 - a, b), S being its conorm; empty if it is no S-implicator of a t-norm here} */
    public Optional<TNorm> dual() {
        return switch (this) {
            case KLEENE_DIENES -> Optional.of(TNorm.MINIMUM);
            case LUKASIEWICZ -> Optional.of(TNorm.LUKASIEWICZ);
            case REICHENBACH -> Optional.of(TNorm.PRODUCT);
            case GOEDEL, GOGUEN, COSINE -> Optional.empty();
        };
    }

    /** {@return the t-norm whose residual it is; empty if there is none here} */
    public Optional<TNorm> residualOf() {
        return switch (this) {
            case LUKASIEWICZ -> Optional.of(TNorm.LUKASIEWICZ);
            case GOEDEL -> Optional.of(TNorm.MINIMUM);
            case GOGUEN -> Optional.of(TNorm.PRODUCT);
            case COSINE -> Optional.of(TNorm.COSINE);
            case KLEENE_DIENES, REICHENBACH -> Optional.empty();
        };
    }
}
