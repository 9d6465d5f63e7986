/**
 * Graphs that models learn between series or nodes: averaged over windows, as a picture, as GraphML and as a table.
 *
 * <p>{@link dev.trivium.evaluation.graph.GraphMean} takes the edges of one window after the other and makes a
 * {@link dev.trivium.evaluation.graph.LearnedGraph} of them; {@link dev.trivium.evaluation.graph.GraphStability} says how much graphs agree.
 */
@NullMarked
package dev.trivium.evaluation.graph;

import org.jspecify.annotations.NullMarked;
