/** Tests of mixtures of experts. */
@NullMarked
package dev.trivium.nn.mixture;

import org.jspecify.annotations.NullMarked;
