/** Tests of contrastive losses. */
@NullMarked
package dev.trivium.nn.contrastive;

import org.jspecify.annotations.NullMarked;
