/** The {@code trivium demo}: one section per module, on data that ship. */
@NullMarked
package dev.trivium.cli.demo;

import org.jspecify.annotations.NullMarked;
