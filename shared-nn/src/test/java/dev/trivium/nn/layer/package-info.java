/** Tests of layers: each against plain loops, an invariance that its literature states, and the gradients of its parameters. */
@NullMarked
package dev.trivium.nn.layer;

import org.jspecify.annotations.NullMarked;
