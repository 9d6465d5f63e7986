/**
 * The page of all results: made from the recorded runs of every study, {@code reproduce/(study)/expected.csv}, and from nothing else.
 */
@NullMarked
package dev.trivium.reproduce.results;

import org.jspecify.annotations.NullMarked;
