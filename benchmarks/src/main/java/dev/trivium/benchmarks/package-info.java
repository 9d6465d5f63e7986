/**
 * Measurements: how fast, how much memory, and whether a training run survives being killed. Every class with a {@code main} answers one
 * question and prints figures; {@code benchmarks/README.md} says which and how to run it. Never released.
 */
@NullMarked
package dev.trivium.benchmarks;

import org.jspecify.annotations.NullMarked;
