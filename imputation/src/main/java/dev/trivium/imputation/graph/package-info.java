/**
 * The graph between nodes, drawn anew for every window: which nodes are alike in it, and to what degree.
 *
 * <p>{@link dev.trivium.imputation.graph.GraphBuilder} makes a {@link dev.trivium.imputation.graph.WindowGraph} from the visible values of a
 * window. The membership of an edge is a fuzzy-rough approximation (see {@code imputation.fuzzy}); its default is the kernel itself, which
 * is both the upper approximation of a single node and a lower approximation of its neighbourhood.
 */
@NullMarked
package dev.trivium.imputation.graph;

import org.jspecify.annotations.NullMarked;
