package dev.trivium.imputation.graph;

/** Arithmetic on memberships. */
final class Kernels {

    private Kernels() {}

    /** {@return exp(-distance / (2 kappa))} */
    static float similarity(float distance, double kappa) {
        return (float) Math.exp(-distance / (2 * kappa));
    }

    /** L becomes alpha L + (1 - alpha) L transposed. */
    static void mix(float[] matrix, int nodes, float alpha) {
        for (int i = 0; i < nodes; i++) {
            for (int j = i + 1; j < nodes; j++) {
                float here = matrix[i * nodes + j];
                float there = matrix[j * nodes + i];
                matrix[i * nodes + j] = alpha * here + (1 - alpha) * there;
                matrix[j * nodes + i] = alpha * there + (1 - alpha) * here;
            }
        }
    }
}
