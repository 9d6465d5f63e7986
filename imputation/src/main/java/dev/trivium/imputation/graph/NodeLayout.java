package dev.trivium.imputation.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which column of a table is which channel of which node. Nodes and channels are in the order of their first column. */
public final class NodeLayout {

    private final List<String> nodes;
    private final List<String> channels;
    private final int[] columns;

    private NodeLayout(List<String> nodes, List<String> channels, int[] columns) {
        this.nodes = List.copyOf(nodes);
        this.channels = List.copyOf(channels);
        this.columns = columns;
    }

    /**
     * Every column is a node with one channel, {@code value}.
     *
     * @param names names of the columns, at least one, all different
     */
    public static NodeLayout columns(List<String> names) {
        requireNames(names);
        int[] columns = new int[names.size()];
        Arrays.setAll(columns, i -> i);
        return new NodeLayout(names, List.of("value"), columns);
    }

    /**
     * The last separator in a name parts the node from the channel: {@code n07.temp} is channel {@code temp} of node {@code n07}.
     *
     * @param names names of the columns, at least one, all different
     * @param separator what stands between node and channel, such as {@code "."}; not empty
     * @throws IllegalArgumentException if a name has no separator, or nothing before or after it
     */
    public static NodeLayout split(List<String> names, String separator) {
        requireNames(names);
        if (separator.isEmpty()) {
            throw new IllegalArgumentException("separator must not be empty, got \"\"");
        }
        Set<String> nodes = new LinkedHashSet<>();
        Set<String> channels = new LinkedHashSet<>();
        for (String name : names) {
            int at = name.lastIndexOf(separator);
            if (at < 1 || at + separator.length() == name.length()) {
                throw new IllegalArgumentException("names must hold a node, \"" + separator + "\" and a channel, got " + name);
            }
            nodes.add(name.substring(0, at));
            channels.add(name.substring(at + separator.length()));
        }
        List<String> rows = new ArrayList<>(nodes);
        List<String> places = new ArrayList<>(channels);
        int[] columns = new int[rows.size() * places.size()];
        Arrays.fill(columns, -1);
        for (int c = 0; c < names.size(); c++) {
            int at = names.get(c).lastIndexOf(separator);
            int node = rows.indexOf(names.get(c).substring(0, at));
            columns[node * places.size() + places.indexOf(names.get(c).substring(at + separator.length()))] = c;
        }
        return new NodeLayout(rows, places, columns);
    }

    private static void requireNames(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("names must hold at least one column, got none");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("names must all differ, got " + name + " twice");
            }
        }
    }

    /** {@return the names of the nodes} */
    public List<String> nodes() {
        return nodes;
    }

    /** {@return the names of the channels} */
    public List<String> channels() {
        return channels;
    }

    /** {@return the column of every node and channel at {@code node * channels + channel}, -1 if the node lacks the channel; a copy} */
    public int[] columns() {
        return columns.clone();
    }

    /** {@return the column of a channel of a node, -1 if the node lacks it} */
    public int column(int node, int channel) {
        return columns[node * channels.size() + channel];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeLayout that && nodes.equals(that.nodes) && channels.equals(that.channels)
                && Arrays.equals(columns, that.columns);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * nodes.hashCode() + channels.hashCode()) + Arrays.hashCode(columns);
    }

    @Override
    public String toString() {
        return nodes.size() + " nodes with channels " + channels;
    }
}
