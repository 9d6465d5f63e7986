/** What a command writes to: results, progress, and how Ctrl-C reaches a training. */
@NullMarked
package dev.trivium.cli.terminal;

import org.jspecify.annotations.NullMarked;
