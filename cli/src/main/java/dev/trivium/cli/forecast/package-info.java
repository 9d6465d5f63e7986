/** The {@code trivium forecast} commands: fit, predict, evaluate. */
@NullMarked
package dev.trivium.cli.forecast;

import org.jspecify.annotations.NullMarked;
