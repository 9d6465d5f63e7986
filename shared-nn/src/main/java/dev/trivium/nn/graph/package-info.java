/**
 * Networks on graphs: message passing along directed edges with a virtual node per graph, and an attentive readout of whole graphs.
 *
 * <p>{@link dev.trivium.nn.graph.Graphs} holds a batch: the nodes of all graphs packed as rows of one matrix (nodes, D), edges as index
 * arrays. {@link dev.trivium.nn.graph.GraphNetwork} is a pre-activation residual stack of GENConv layers (Li et al. 2020, "DeeperGCN")
 * with a virtual node (Gilmer et al. 2017) and jumping knowledge (Xu et al. 2018); {@link dev.trivium.nn.graph.Set2Set} (Vinyals, Bengio and
 * Kudlur 2016) makes one vector of each graph.
 *
 * <p>Axes in comments: n nodes, E directed edges, R kinds of edges, G graphs, D width.
 */
@NullMarked
package dev.trivium.nn.graph;

import org.jspecify.annotations.NullMarked;
