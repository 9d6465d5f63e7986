/** Tests of the façade, and the checks of gradients that tests of layers and kernels share. */
@NullMarked
package dev.trivium.nn.tensor;

import org.jspecify.annotations.NullMarked;
