package dev.trivium.imputation.fgatt;

import dev.trivium.data.split.TrainingView;
import dev.trivium.imputation.graph.GraphBuilder;
import dev.trivium.imputation.graph.GraphSettings;
import dev.trivium.imputation.graph.NodeLayout;
import dev.trivium.imputation.graph.NodeWeights;
import org.jspecify.annotations.Nullable;

/**
 * What draws the graphs of windows, and what it was made from.
 *
 * @param builder null for a network without a graph
 * @param history correlations of the training data, if the score needs them
 * @param given the given graph, if there is one
 */
record WindowGraphs(@Nullable GraphBuilder builder, @Nullable NodeWeights history, @Nullable NodeWeights given) {

    static boolean wanted(GraphSettings settings) {
        return settings.kind() != GraphSettings.Kind.NONE;
    }

    static WindowGraphs fit(FgattSpec spec, TrainingView train, NodeLayout layout) {
        return of(spec.graph(), spec.graph().needsHistory() ? NodeWeights.correlation(train, layout) : null, spec.given());
    }

    static WindowGraphs of(GraphSettings settings, @Nullable NodeWeights history, @Nullable NodeWeights given) {
        @Nullable GraphBuilder builder = wanted(settings) ? GraphBuilder.of(settings, history, given) : null;
        return new WindowGraphs(builder, history, given);
    }
}
