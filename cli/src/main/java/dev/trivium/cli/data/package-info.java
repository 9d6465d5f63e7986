/** The {@code trivium data} commands: the catalogue of data sets and its cache. */
@NullMarked
package dev.trivium.cli.data;

import org.jspecify.annotations.NullMarked;
