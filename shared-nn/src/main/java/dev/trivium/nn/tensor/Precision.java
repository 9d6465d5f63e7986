package dev.trivium.nn.tensor;

import ai.djl.ndarray.types.DataType;

/** The floating-point type in which a model computes. */
public enum Precision {
    /** 32-bit floats: training and serving. */
    FLOAT32(DataType.FLOAT32),
    /** 64-bit floats: parity with reference figures and numeric gradients. */
    FLOAT64(DataType.FLOAT64);

    final DataType type;

    Precision(DataType type) {
        this.type = type;
    }
}
