/** Figures computed with reference implementations, and the formula from which both sides fill their parameters. */
@NullMarked
package dev.trivium.nn.reference;

import org.jspecify.annotations.NullMarked;
