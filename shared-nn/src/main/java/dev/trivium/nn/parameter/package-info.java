/** Trainable tensors by dotted names, and how they start. */
@NullMarked
package dev.trivium.nn.parameter;

import org.jspecify.annotations.NullMarked;
