/** Trainable tensors by dotted names, how they start, and how long they may be used. */
@NullMarked
package dev.trivium.nn.parameter;

import org.jspecify.annotations.NullMarked;
