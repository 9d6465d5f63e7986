/** Tests of xLSTM layers: against reference figures and plain loops, invariances, gradients and stability. */
@NullMarked
package dev.trivium.nn.xlstm;

import org.jspecify.annotations.NullMarked;
