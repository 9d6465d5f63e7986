package dev.trivium.timeseries.baseline;

import java.util.Arrays;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;

/**
 * Sums over windows from each of which its centre c = qᵀx was taken: with P = I - 1 qᵀ, Σ (x-c)(x-c)ᵀ = P (Σ x xᵀ) Pᵀ, and so on. So no
 * window is visited again.
 */
final class CentredMoments {

    private final int count;
    private final double[] inputSums;
    private final double[] targetSums;
    private final double[][] inputProducts;    // (L, L)
    private final double[][] crossProducts;    // (L, H)
    private final double[] targetSquares;
    private final LinearMap.Centre centre;

    private CentredMoments(WindowMoments raw, LinearMap.Centre centre) {
        this.centre = centre;
        count = raw.count();
        int lookback = raw.inputs;
        double[] q = weightsOf(centre, lookback);
        double[] byInput = new double[lookback];          // (Σ x xᵀ) q
        double[] byTarget = new double[raw.targets];      // qᵀ Σ x yᵀ
        double both = 0;
        double mean = 0;
        for (int p = 0; p < lookback; p++) {
            for (int r = 0; r < lookback; r++) {
                byInput[p] += raw.products[p][r] * q[r];
            }
            for (int h = 0; h < raw.targets; h++) {
                byTarget[h] += q[p] * raw.products[p][lookback + h];
            }
            both += q[p] * byInput[p];
            mean += q[p] * raw.sums[p];
        }
        inputProducts = new double[lookback][lookback];
        crossProducts = new double[lookback][raw.targets];
        inputSums = new double[lookback];
        for (int p = 0; p < lookback; p++) {
            inputSums[p] = raw.sums[p] - mean;
            for (int r = 0; r <= p; r++) { // exactly symmetric
                inputProducts[p][r] = raw.products[p][r] - byInput[p] - byInput[r] + both;
                inputProducts[r][p] = inputProducts[p][r];
            }
            for (int h = 0; h < raw.targets; h++) {
                crossProducts[p][h] = raw.products[p][lookback + h] - byInput[p] - byTarget[h] + both;
            }
        }
        targetSums = new double[raw.targets];
        targetSquares = new double[raw.targets];
        for (int h = 0; h < raw.targets; h++) {
            targetSums[h] = raw.sums[lookback + h] - mean;
            targetSquares[h] = raw.squares[h] - 2 * byTarget[h] + both;
        }
    }

    private static double[] weightsOf(LinearMap.Centre centre, int lookback) {
        double[] q = new double[lookback];
        if (centre == LinearMap.Centre.LAST) {
            q[lookback - 1] = 1;
        } else {
            Arrays.fill(q, 1.0 / lookback);
        }
        return q;
    }

    static CentredMoments of(WindowMoments raw, LinearMap.Centre centre) {
        return new CentredMoments(raw, centre);
    }

    /**
     * Solves (Z Zᵀ + λ I) Wᵀ = Z Vᵀ with Z, V the inputs and targets less their means over windows, and λ a share of Z Zᵀ's mean diagonal.
     *
     * @param penalty the share, above 0
     */
    LinearMap ridge(double penalty) {
        int lookback = inputSums.length;
        double[][] gram = new double[lookback][lookback];
        double diagonal = 0;
        for (int p = 0; p < lookback; p++) {
            for (int r = 0; r < lookback; r++) {
                gram[p][r] = inputProducts[p][r] - inputSums[p] * inputSums[r] / count;
            }
            diagonal += gram[p][p] / lookback;
        }
        double added = Math.max(penalty * diagonal, 1e-9 * count); // standardised values: 1e-9 is as good as nothing
        for (int p = 0; p < lookback; p++) {
            gram[p][p] += added;
        }
        DenseMatrix.CholeskyFactorization factors = DenseMatrix.createDenseMatrix(gram).choleskyFactorization()
                .orElseThrow(() -> new IllegalStateException("products of inputs must be positive definite, got a penalty of " + penalty));
        float[][] weights = new float[targetSums.length][];
        double[] bias = new double[targetSums.length];
        for (int h = 0; h < bias.length; h++) {
            weights[h] = weights(h, factors);
            bias[h] = (targetSums[h] - dot(weights[h], inputSums)) / count;
        }
        return new LinearMap(centre, penalty, weights, bias);
    }

    /** One column at a time: the library's solution for many (Tribuo 4.3.2) is wrong unless there are as many as rows. */
    private float[] weights(int h, DenseMatrix.CholeskyFactorization factors) {
        double[] right = new double[inputSums.length];
        for (int p = 0; p < right.length; p++) {
            right[p] = crossProducts[p][h] - inputSums[p] * targetSums[h] / count;
        }
        DenseVector solution = factors.solve((SGDVector) DenseVector.createDenseVector(right));
        float[] weights = new float[right.length];
        for (int p = 0; p < weights.length; p++) {
            weights[p] = (float) solution.get(p);
        }
        return weights;
    }

    private static double dot(float[] w, double[] x) {
        double sum = 0;
        for (int p = 0; p < w.length; p++) {
            sum += w[p] * x[p];
        }
        return sum;
    }

    /** {@return the sum over windows and steps of a map's squared errors} */
    double squaredError(LinearMap map) {
        double total = 0;
        for (int h = 0; h < targetSums.length; h++) {
            float[] w = map.weights()[h];
            double b = map.bias()[h];
            double error = targetSquares[h] - 2 * b * targetSums[h] + count * b * b;
            for (int p = 0; p < w.length; p++) {
                error += w[p] * (2 * (b * inputSums[p] - crossProducts[p][h]) + dot(w, inputProducts[p]));
            }
            total += Math.max(0, error);
        }
        return total;
    }
}
