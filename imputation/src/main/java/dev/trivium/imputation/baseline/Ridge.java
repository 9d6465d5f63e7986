package dev.trivium.imputation.baseline;

import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;

/** Normal equations. */
final class Ridge {

    private Ridge() {}

    /**
     * {@return w with (G + λ I) w = b}
     *
     * @param gram G, positive semi-definite; only its lower triangle is looked at
     * @param right b
     * @param added λ, above 0
     */
    static double[] solve(double[][] gram, double[] right, double added) {
        double[][] sum = new double[right.length][];
        for (int p = 0; p < right.length; p++) {
            sum[p] = gram[p].clone();
            for (int q = 0; q < p; q++) {
                sum[q][p] = sum[p][q];
            }
            sum[p][p] += added;
        }
        DenseMatrix.CholeskyFactorization factors = DenseMatrix.createDenseMatrix(sum).choleskyFactorization()
                .orElseThrow(() -> new IllegalArgumentException("products of inputs must be positive definite, got a penalty of " + added));
        return factors.solve((SGDVector) DenseVector.createDenseVector(right)).toArray();
    }

    /** Adds the lower triangle of x xᵀ to {@code gram} and x · y to {@code right}. */
    static void add(double[][] gram, double[] right, double[] x, double y) {
        for (int p = 0; p < x.length; p++) {
            for (int q = 0; q <= p; q++) {
                gram[p][q] += x[p] * x[q];
            }
            right[p] += x[p] * y;
        }
    }

    static double dot(double[] a, int offset, double[] x) {
        double sum = 0;
        for (int p = 0; p < x.length; p++) {
            sum += a[offset + p] * x[p];
        }
        return sum;
    }
}
