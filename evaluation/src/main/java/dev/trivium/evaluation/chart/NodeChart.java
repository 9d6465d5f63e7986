package dev.trivium.evaluation.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Nodes at their places, joined by edges: the stronger an edge, the wider and darker its line. */
public final class NodeChart implements Chart {

    private static final int WIDTH = 1000;
    private static final double TALLEST = 760;
    private static final double PADDING = 70;
    private static final double DOT = 5;
    private static final double THIN = 0.4;
    private static final double WIDER = 3.6;
    private static final int PALE = 0xC9DDEA;
    private static final int DARK = 0x0072B2;
    private static final int NAMED = 5;
    private final String title;
    private final String source;
    private final String meaning;
    private final List<String> names;
    private final double[] x;
    private final double[] y;
    private final List<Edge> edges;

    /**
     * An edge; its direction is not drawn, and of two between the same nodes the stronger one is.
     *
     * @param from index of one node
     * @param to index of the other
     * @param weight from 0 to 1
     */
    public record Edge(int from, int to, double weight) {
    }

    /**
     * Makes a chart.
     *
     * @param title what is shown
     * @param source where the graph comes from, for the foot of the chart; may be empty
     * @param meaning what the width of a line stands for, such as {@code mean membership}
     * @param names names of the nodes, at least one
     * @param x their places from left to right, in any unit
     * @param y their places from bottom to top, in the same unit
     * @param edges the edges
     * @throws IllegalArgumentException if sizes differ, a place is not finite, or an edge names a node that is not there or a weight out of range
     */
    public NodeChart(String title, String source, String meaning, List<String> names, double[] x, double[] y, List<Edge> edges) {
        int nodes = names.size();
        if (nodes == 0 || x.length != nodes || y.length != nodes) {
            throw new IllegalArgumentException("x and y must have one place per node, of which there is at least one, got " + x.length + " and " + y.length
                    + " for " + nodes + " nodes");
        }
        for (int i = 0; i < nodes; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException("x and y must be finite, got " + x[i] + ", " + y[i] + " for " + names.get(i));
            }
        }
        for (Edge edge : edges) {
            if (edge.from() < 0 || edge.from() >= nodes || edge.to() < 0 || edge.to() >= nodes || !(edge.weight() >= 0 && edge.weight() <= 1)) {
                throw new IllegalArgumentException("edges must join nodes below " + nodes + " with a weight between 0 and 1, got " + edge);
            }
        }
        this.title = title;
        this.source = source;
        this.meaning = meaning;
        this.names = List.copyOf(names);
        this.x = x.clone();
        this.y = y.clone();
        this.edges = drawn(edges);
    }

    /** One edge per pair, the weakest first so that the strongest lie on top. */
    private static List<Edge> drawn(List<Edge> edges) {
        TreeMap<Long, Edge> pairs = new TreeMap<>();
        for (Edge edge : edges) {
            if (edge.from() != edge.to()) {
                long key = (long) Math.min(edge.from(), edge.to()) << 32 | Math.max(edge.from(), edge.to());
                pairs.merge(key, edge, (a, b) -> a.weight() >= b.weight() ? a : b);
            }
        }
        return pairs.values().stream().sorted(Comparator.comparingDouble(Edge::weight)).toList();
    }

    @Override
    public Picture picture() {
        Sheet sheet = new Sheet(title, WIDTH);
        sheet.describe(description());
        List<Mark> marks = sheet.marks();
        double top = legend(sheet.title(), sheet.right(), marks);
        double low = Arrays.stream(x).min().orElseThrow();
        double bottom = Arrays.stream(y).min().orElseThrow();
        double wide = Arrays.stream(x).max().orElseThrow() - low;
        double high = Arrays.stream(y).max().orElseThrow() - bottom;
        double room = sheet.right() - Sheet.MARGIN - 2 * PADDING;
        double scale = Math.min(wide > 0 ? room / wide : Double.MAX_VALUE, high > 0 ? (TALLEST - 2 * PADDING) / high : Double.MAX_VALUE);
        scale = wide > 0 || high > 0 ? scale : 0;
        double left = Sheet.MARGIN + PADDING + (room - wide * scale) / 2;
        double height = high * scale + 2 * PADDING;
        double[] px = new double[x.length];
        double[] py = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            px[i] = left + (x[i] - low) * scale;
            py[i] = top + height - PADDING - (y[i] - bottom) * scale;
        }
        for (Edge edge : edges) {
            marks.add(Mark.Stroke.line(px[edge.from()], py[edge.from()], px[edge.to()], py[edge.to()], ink(edge.weight()), width(edge.weight()), false));
        }
        new NodeLabels(px, py, DOT, new double[] {Sheet.MARGIN, top, sheet.right(), top + height}).draw(names, marks);
        return sheet.finish(top + height, source);
    }

    private double legend(double top, double right, List<Mark> marks) {
        Legend legend = new Legend();
        for (double weight : new double[] {0.25, 0.5, 0.75, 1}) {
            legend.line(String.format(Locale.ROOT, "%s %.2f", meaning, weight), ink(weight), width(weight), false);
        }
        return legend.draw(Sheet.MARGIN, top, right, marks);
    }

    private static double width(double weight) {
        return THIN + WIDER * weight;
    }

    private static Ink ink(double weight) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long part = Math.round((PALE >> shift & 0xFF) * (1 - weight) + (DARK >> shift & 0xFF) * weight);
            rgb |= (int) part << shift;
        }
        return Ink.solid(rgb);
    }

    private String description() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%d nodes and %d edges. Strongest edges (%s):", names.size(), edges.size(), meaning));
        for (int e = edges.size() - 1; e >= Math.max(0, edges.size() - NAMED); e--) {
            Edge edge = edges.get(e);
            text.append(String.format(Locale.ROOT, " %s and %s %.2f;", names.get(edge.from()), names.get(edge.to()), edge.weight()));
        }
        return edges.isEmpty() ? names.size() + " nodes, no edges." : text.substring(0, text.length() - 1) + ".";
    }
}
