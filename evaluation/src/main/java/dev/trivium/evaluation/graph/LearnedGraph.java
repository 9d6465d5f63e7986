package dev.trivium.evaluation.graph;

import dev.trivium.evaluation.chart.NodeChart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The graphs of many windows as one, made by {@link GraphMean}: each edge with its mean weight over the windows that have it, and the share of windows that do. Edges of
 * nodes to themselves are left out.
 */
public final class LearnedGraph {

    private final String meaning;
    private final List<String> nodes;
    private final int windows;
    private final List<Edge> edges;

    /**
     * An edge; what the source holds flows to the target, which listens.
     *
     * @param source index of the node listened to
     * @param target index of the node that listens
     * @param weight mean weight over the windows that have the edge, from 0 to 1
     * @param share share of the windows that have it, above 0, at most 1
     */
    public record Edge(int source, int target, double weight, double share) {}

    LearnedGraph(String meaning, List<String> nodes, int windows, List<Edge> edges) {
        this.meaning = meaning;
        this.nodes = List.copyOf(nodes);
        this.windows = windows;
        this.edges = List.copyOf(edges);
    }

    /** {@return one word for what the weight of an edge stands for, such as {@code membership}} */
    public String meaning() {
        return meaning;
    }

    /** {@return the names of the nodes} */
    public List<String> nodes() {
        return nodes;
    }

    /** {@return the number of windows} */
    public int windows() {
        return windows;
    }

    /** {@return the edges, by source and then target} */
    public List<Edge> edges() {
        return edges;
    }

    /** {@return the same graph with no more than {@code most} edges to each node, those with the largest weight times share} */
    public LearnedGraph strongest(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, got " + most);
        }
        int[] kept = new int[nodes.size()];
        List<Edge> best = edges.stream().sorted(Comparator.comparingDouble((Edge e) -> -e.weight() * e.share()).thenComparingInt(Edge::source))
                .filter(edge -> kept[edge.target()]++ < most)
                .sorted(Comparator.comparingInt(Edge::source).thenComparingInt(Edge::target)).toList();
        return new LearnedGraph(meaning, nodes, windows, best);
    }

    /** {@return a table with the columns source, target, {@link #meaning} and share} */
    public String csv() {
        StringBuilder out = new StringBuilder("source,target," + quoted(meaning) + ",share\n");
        for (Edge edge : edges) {
            out.append(quoted(nodes.get(edge.source()))).append(',').append(quoted(nodes.get(edge.target())))
                    .append(String.format(Locale.ROOT, ",%.6f,%.6f%n", edge.weight(), edge.share()));
        }
        return out.toString().replace("\r\n", "\n");
    }

    private static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@return the graph as a GraphML document, with {@link #meaning} and share on its edges} */
    public String graphMl() {
        return new GraphMl().write(this);
    }

    /**
     * The graph as a picture, the nodes on a circle.
     *
     * @param title what is shown
     * @param source where it comes from; may be empty
     */
    public NodeChart chart(String title, String source) {
        double[] x = new double[nodes.size()];
        double[] y = new double[nodes.size()];
        Arrays.setAll(x, i -> Math.sin(2 * Math.PI * i / nodes.size()));
        Arrays.setAll(y, i -> Math.cos(2 * Math.PI * i / nodes.size()));
        return chart(title, source, x, y);
    }

    /**
     * The graph as a picture, the nodes at their places.
     *
     * @param x from left to right, one per node
     * @param y from bottom to top, one per node, in the same unit
     */
    public NodeChart chart(String title, String source, double[] x, double[] y) {
        return new NodeChart(title, source, meaning, nodes, x, y,
                edges.stream().map(edge -> new NodeChart.Edge(edge.source(), edge.target(), edge.weight())).toList());
    }

    /**
     * The graph as a map without borders: degrees of longitude are shortened by the cosine of the mean latitude.
     *
     * @param latitude degrees north, one per node
     * @param longitude degrees east, one per node
     */
    public NodeChart map(String title, String source, double[] latitude, double[] longitude) {
        double shortened = Math.cos(Math.toRadians(Arrays.stream(latitude).average().orElse(0)));
        return chart(title, source, Arrays.stream(longitude).map(degrees -> degrees * shortened).toArray(), latitude);
    }

    /**
     * Writes {@link #csv} or {@link #graphMl} to a file whose name ends in {@code .csv} or {@code .graphml}; whole or not at all.
     *
     * @throws IllegalArgumentException if the name ends otherwise
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".graphml")) {
            throw new IllegalArgumentException("file must end in .csv or .graphml, got " + file);
        }
        TextFile.write(file, name.endsWith(".csv") ? csv() : graphMl());
    }

    @Override
    public String toString() {
        return nodes.size() + " nodes, " + edges.size() + " edges over " + windows + " windows";
    }
}
