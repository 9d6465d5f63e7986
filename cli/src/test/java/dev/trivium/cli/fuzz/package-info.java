/**
 * Mutated files, tens of thousands of them: every one must be answered or refused by name, within bounds of time and memory.
 *
 * <p>Mutation is seeded and knows the structure of what it mutates: JSON, tensors, tables. Sizes and checksums are made right again after it, so
 * that mutants reach the readers behind the checks. A mutant that is refused in words not met before becomes a seed itself, which leads the search
 * into new branches without instrumented classes. {@code docs/model-file.md} has the command and the figures.
 */
@NullMarked
package dev.trivium.cli.fuzz;

import org.jspecify.annotations.NullMarked;
