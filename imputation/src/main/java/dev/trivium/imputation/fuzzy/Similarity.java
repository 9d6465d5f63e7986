package dev.trivium.imputation.fuzzy;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** A fuzzy tolerance relation: how alike each two of n things are, from 0 to 1. Reflexive and symmetric. */
public final class Similarity {

    private final int size;
    private final double[] values;

    private Similarity(int size, double[] values) {
        this.size = size;
        this.values = values;
    }

    /**
     * A relation as it is.
     *
     * @param values (n, n), row-major
     * @throws IllegalArgumentException if a degree is out of range, or the relation is not reflexive and symmetric
     */
    public static Similarity of(int size, double[] values) {
        if (size < 1 || values.length != (long) size * size) {
            throw new IllegalArgumentException("values must hold size * size degrees, got " + values.length + " for size " + size);
        }
        for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
                Degrees.require("values", values[x * size + y]);
                if (values[x * size + y] != (x == y ? 1 : values[y * size + x])) {
                    throw new IllegalArgumentException("values must be symmetric with 1 on the diagonal, got " + values[x * size + y] + " for " + x + ", " + y);
                }
            }
        }
        return new Similarity(size, values.clone());
    }

    /**
     * The Gaussian kernel exp(-|x - y|² / (2 kappa)).
     *
     * @param points (n, attributes), all finite
     * @param kappa the square of its width, positive
     */
    public static Similarity gaussian(double[][] points, double kappa) {
        requirePositive("kappa", kappa);
        return ofSquares(points, square -> Math.exp(-square / (2 * kappa)));
    }

    /**
     * 1 - |x - y| / range for one attribute.
     *
     * @param range the largest difference there can be, positive
     * @throws IllegalArgumentException if two values are further apart
     */
    public static Similarity linear(double[] attribute, double range) {
        requirePositive("range", range);
        return ofSquares(column(attribute), square -> {
            if (Math.sqrt(square) > range) {
                throw new IllegalArgumentException("range must not be below the difference of two values, " + Math.sqrt(square) + ", got " + range);
            }
            return 1 - Math.sqrt(square) / range;
        });
    }

    /** max(0, 1 - |x - y| / sigma) for one attribute; sigma is positive. */
    public static Similarity triangular(double[] attribute, double sigma) {
        requirePositive("sigma", sigma);
        return ofSquares(column(attribute), square -> Math.max(0, 1 - Math.sqrt(square) / sigma));
    }

    private static double[][] column(double[] attribute) {
        return Arrays.stream(attribute).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive, got " + value);
        }
    }

    private static Similarity ofSquares(double[][] points, DoubleUnaryOperator degree) {
        int size = points.length;
        double[] values = new double[size * size];
        for (int x = 0; x < size; x++) {
            values[x * size + x] = 1;
            for (int y = x + 1; y < size; y++) {
                double square = 0;
                for (int a = 0; a < points[x].length; a++) {
                    square += (points[x][a] - points[y][a]) * (points[x][a] - points[y][a]);
                }
                if (!Double.isFinite(square)) {
                    throw new IllegalArgumentException("points must be finite, got a distance of " + square + " between " + x + " and " + y);
                }
                values[x * size + y] = degree.applyAsDouble(square);
                values[y * size + x] = values[x * size + y];
            }
        }
        return of(size, values);
    }

    /** {@return alike in both, by a t-norm} */
    public Similarity and(Similarity other, TNorm norm) {
        if (size != other.size) {
            throw new IllegalArgumentException("other must relate as many things (" + size + "), got " + other.size);
        }
        double[] both = new double[values.length];
        Arrays.setAll(both, at -> norm.apply(values[at], other.values[at]));
        return of(size, both);
    }

    /** {@return the number of things} */
    public int size() {
        return size;
    }

    /** {@return how alike x and y are} */
    public double at(int x, int y) {
        return values[x * size + y];
    }

    /** {@return the granule of x: the fuzzy set of what is like it; a copy} */
    public double[] granule(int x) {
        return Arrays.copyOfRange(values, x * size, (x + 1) * size);
    }

    /** {@return the most by which T(R(x, y), R(y, z)) exceeds R(x, z); 0 if the relation is transitive for T} */
    public double intransitivity(TNorm norm) {
        double most = 0;
        for (int x = 0; x < size; x++) {
            for (int y = 0; y < size; y++) {
                for (int z = 0; z < size; z++) {
                    most = Math.max(most, norm.apply(at(x, y), at(y, z)) - at(x, z));
                }
            }
        }
        return most;
    }
}
