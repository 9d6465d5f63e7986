package dev.trivium.nn.xlstm;

import dev.trivium.nn.tensor.Tensor;

/** A residual block of the stack: (rows, D) → (rows, D). */
interface Block {
    Tensor forward(Tensor x, Layout layout);
}
