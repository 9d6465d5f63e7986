/** Runs that are repeated from their records, and compared. */
@NullMarked
package dev.trivium.cli.replay;

import org.jspecify.annotations.NullMarked;
