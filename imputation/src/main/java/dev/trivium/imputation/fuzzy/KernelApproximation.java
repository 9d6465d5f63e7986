package dev.trivium.imputation.fuzzy;

/**
 * Approximations of crisp classes by a kernel that is transitive for the cosine t-norm (Hu et al. 2011): √(1 - R²) is a distance, to the nearest
 * outsider for the lower approximation, and to the nearest insider for the upper.
 */
public final class KernelApproximation {

    private KernelApproximation() {}

    /** {@return min over y outside of √(1 - R(x, y)²), for each x; 1 where nothing is outside} */
    public static double[] lower(Similarity similarity, boolean[] inside) {
        check(similarity, inside);
        double[] lower = new double[inside.length];
        for (int x = 0; x < inside.length; x++) {
            lower[x] = 1;
            for (int y = 0; y < inside.length; y++) {
                lower[x] = inside[y] ? lower[x] : Math.min(lower[x], Degrees.complement(similarity.at(x, y)));
            }
        }
        return lower;
    }

    /** {@return max over y inside of 1 - √(1 - R(x, y)²), for each x; 0 where nothing is inside} */
    public static double[] upper(Similarity similarity, boolean[] inside) {
        check(similarity, inside);
        double[] upper = new double[inside.length];
        for (int x = 0; x < inside.length; x++) {
            for (int y = 0; y < inside.length; y++) {
                upper[x] = inside[y] ? Math.max(upper[x], 1 - Degrees.complement(similarity.at(x, y))) : upper[x];
            }
        }
        return upper;
    }

    private static void check(Similarity similarity, boolean[] inside) {
        if (inside.length != similarity.size()) {
            throw new IllegalArgumentException("inside must have one value per element (" + similarity.size() + "), got " + inside.length);
        }
    }
}
