/**
 * Tensors by name that go into a checkpoint beside the weights: moments of an optimizer, averages of weights.
 *
 * <p>Such state is handed out as Java arrays and taken back all or not at all: a wrong name or size is refused before anything changes.
 */
@NullMarked
package dev.trivium.nn.state;

import org.jspecify.annotations.NullMarked;
