/** The {@code impute} commands: fill the gaps of series. */
@NullMarked
package dev.trivium.cli.impute;

import org.jspecify.annotations.NullMarked;
