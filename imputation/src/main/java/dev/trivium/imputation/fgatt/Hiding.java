package dev.trivium.imputation.fgatt;

import java.util.List;

/**
 * What is hidden from the network while it trains, anew for every window: the hidden values are what it learns to find.
 *
 * <p>Four ways, which may meet in one window. Points are hidden in every window: each value with one of the probabilities, which is drawn
 * for the window. The other three are drawn for a share of the windows each: one run of steps at some of the nodes, some nodes for the
 * whole window, and the last steps of some of the nodes, as a stream that has fallen behind would show them.
 *
 * @param points probabilities, each in [0, 1], one drawn for each window
 * @param blocks share of windows with runs, of T/4 to T steps
 * @param outages share of windows with nodes out for the whole window
 * @param streaming share of windows with nodes that miss the last steps, 1 to T/4 of them
 * @param nodes share of the nodes that a run, an outage or a late stream hits, at least one node
 */
public record Hiding(List<Double> points, double blocks, double outages, double streaming, double nodes) {

    /** Checks every value. */
    public Hiding {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points must hold at least one probability, got none");
        }
        points.forEach(p -> Rules.share("points", p));
        Rules.share("blocks", blocks);
        Rules.share("outages", outages);
        Rules.share("streaming", streaming);
        Rules.share("nodes", nodes);
    }

    /** {@return points at 0.2, 0.5 or 0.8 (as Marisca et al. 2022), runs in half of the windows, outages and late streams in a quarter each} */
    public static Hiding standard() {
        return new Hiding(List.of(0.2, 0.5, 0.8), 0.5, 0.25, 0.25, 0.15);
    }

    /** {@return this hiding with other probabilities for points} */
    public Hiding withPoints(List<Double> other) {
        return new Hiding(other, blocks, outages, streaming, nodes);
    }

    /** {@return this hiding with another share of windows with runs} */
    public Hiding withBlocks(double other) {
        return new Hiding(points, other, outages, streaming, nodes);
    }

    /** {@return this hiding with another share of windows with nodes out} */
    public Hiding withOutages(double other) {
        return new Hiding(points, blocks, other, streaming, nodes);
    }

    /** {@return this hiding with another share of windows whose last steps are missing at some nodes} */
    public Hiding withStreaming(double other) {
        return new Hiding(points, blocks, outages, other, nodes);
    }

    /** {@return this hiding with another share of nodes} */
    public Hiding withNodes(double other) {
        return new Hiding(points, blocks, outages, streaming, other);
    }
}
