package dev.trivium.nn.layer;

import dev.trivium.nn.tensor.Tensor;

/** Checks of sizes at the edge of layers: a wrong one could broadcast, and compute something else. */
final class Sizes {

    private Sizes() {}

    static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
        return value;
    }

    static double eps(double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("eps must be at least 0 and finite, got " + value);
        }
        return value;
    }

    /** Checks that the last axis of a tensor has the size that a layer was made for. */
    static void last(String name, Tensor x, String axis, long size) {
        if (x.shape().length == 0 || x.size(-1) != size) {
            throw new IllegalArgumentException(name + " must have shape (…, " + axis + "=" + size + "), got " + x.shapeText());
        }
    }

    /** Checks the number of axes, and the size of one of them. */
    static void axis(String name, Tensor x, String shape, int rank, int axis, long size) {
        if (x.shape().length != rank || x.size(axis) != size) {
            throw new IllegalArgumentException(name + " must have shape " + shape + ", got " + x.shapeText());
        }
    }
}
