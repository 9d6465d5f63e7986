/** Options that several commands share, and what they mean as calls to the library. */
@NullMarked
package dev.trivium.cli.option;

import org.jspecify.annotations.NullMarked;
