/** The {@code trivium} command: thin, every line of work is a call to a public API of another module. */
@NullMarked
package dev.trivium.cli;

import org.jspecify.annotations.NullMarked;
