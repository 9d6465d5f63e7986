package dev.trivium.imputation.mask;

import dev.trivium.data.series.SeriesSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whole nodes that fall silent: the rows are cut into windows, and in each window some nodes, drawn anew, lose all values of all their
 * channels. Ours.
 *
 * @param window rows of a window, at least 1; the last may be shorter
 * @param share  share of the nodes that are silent in a window, in (0, 1); rounded, but at least one node and not all
 * @param nodes  the series of each node by name; empty if every series is a node of its own
 */
public record NodeOutage(int window, double share, List<List<String>> nodes) implements MissingPattern {

    /** Copies the nodes and checks the settings. */
    public NodeOutage {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1, got " + window);
        }
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must lie between 0 and 1, got " + share);
        }
        nodes = nodes.stream().map(List::copyOf).toList();
        Set<String> seen = new HashSet<>();
        for (List<String> node : nodes) {
            for (String name : node) {
                if (!seen.add(name)) {
                    throw new IllegalArgumentException("nodes must hold a series once, got " + name + " twice");
                }
            }
        }
    }

    /** {@return outages of nodes that have one series each} */
    public static NodeOutage of(int window, double share) {
        return new NodeOutage(window, share, List.of());
    }

    @Override
    public HiddenMask draw(SeriesSet truth, long seed) {
        List<List<Integer>> columns = columns(truth);
        if (columns.size() < 2) {
            throw new IllegalArgumentException("truth must have at least two nodes for one to fall silent, got " + columns.size());
        }
        int silent = (int) Math.min(columns.size() - 1L, Math.max(1, Math.round(share * columns.size())));
        NumpyRandom random = new NumpyRandom(seed);
        BitSet cells = new BitSet();
        for (int from = 0; from < truth.length(); from += window) {
            List<List<Integer>> left = new ArrayList<>(columns);
            for (int i = 0; i < silent; i++) {
                for (int s : left.remove((int) random.integers(left.size()))) {
                    hide(cells, from, Math.min(from + window, truth.length()), s, truth.width());
                }
            }
        }
        return HiddenMask.of(truth, cells, describe(), seed);
    }

    private List<List<Integer>> columns(SeriesSet truth) {
        return nodes.isEmpty() ? truth.names().stream().map(name -> List.of(truth.indexOf(name))).toList()
                : nodes.stream().map(node -> node.stream().map(truth::indexOf).toList()).toList();
    }

    private static void hide(BitSet cells, int from, int to, int series, int width) {
        for (int t = from; t < to; t++) {
            cells.set(t * width + series);
        }
    }

    @Override
    public String describe() {
        return String.format(Locale.ROOT, "node outage, %s of the nodes in every %d rows", share, window);
    }
}
