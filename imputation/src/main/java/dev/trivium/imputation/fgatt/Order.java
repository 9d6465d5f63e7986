package dev.trivium.imputation.fgatt;

/** How graph attention (G) and temporal layers (T) follow one another; n is the number of layers. */
public enum Order {
    /** n times G, then T. */
    ST,
    /** n T, then n G, then n T, each of the three stacks with a skip around it. */
    SANDWICH,
    /** n times G and T side by side on the same input, mixed by a gate: {@code g ⊙ G(h) + (1 − g) ⊙ T(h), g = σ(W_g [G(h); T(h)] + b_g)}. */
    PARALLEL
}
