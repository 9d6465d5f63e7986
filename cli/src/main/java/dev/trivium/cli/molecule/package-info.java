/** The {@code trivium molecule} commands: fit, predict, evaluate. */
@NullMarked
package dev.trivium.cli.molecule;

import org.jspecify.annotations.NullMarked;
