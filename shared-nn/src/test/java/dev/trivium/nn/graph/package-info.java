/** Tests of the networks on graphs. */
@NullMarked
package dev.trivium.nn.graph;

import org.jspecify.annotations.NullMarked;
