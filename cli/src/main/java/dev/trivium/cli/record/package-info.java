/** What a run was: its command, its files, its result, written down so that it can be repeated. */
@NullMarked
package dev.trivium.cli.record;

import org.jspecify.annotations.NullMarked;
