/**
 * Short programs to start from, numbered in the order to read them. Each runs by its own {@code main} in under a minute on two cores, on
 * data that ship.
 */
@NullMarked
package dev.trivium.examples;

import org.jspecify.annotations.NullMarked;
