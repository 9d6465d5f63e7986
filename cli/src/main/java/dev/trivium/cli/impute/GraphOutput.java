package dev.trivium.cli.impute;

import dev.trivium.cli.option.Outputs;
import dev.trivium.data.importer.SensorCoordinates;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.evaluation.chart.NodeChart;
import dev.trivium.evaluation.graph.LearnedGraph;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.fgatt.FgattImputer;
import dev.trivium.imputation.graph.WindowGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The learned graph as a file. */
final class GraphOutput {

    private static final int DRAWN = 3;

    @Option(names = "--graph", paramLabel = "FILE",
            description = "Write the graph that FGATT draws of the data, averaged over windows: .svg or .png for a picture of the three strongest"
                    + " edges to each node, .graphml or .csv for all edges.")
    private @Nullable Path graph;

    @Option(names = "--coordinates", paramLabel = "FILE",
            description = "CSV with the places of the nodes (name, latitude, longitude; or name, x, y), for the picture.")
    private @Nullable Path coordinates;

    void check(Outputs outputs) {
        if (graph == null) {
            if (coordinates != null) {
                throw outputs.refused("--coordinates must be used with --graph, got " + coordinates);
            }
            return;
        }
        outputs.require("--graph", graph);
        if (!ending().matches("svg|png|graphml|csv")) {
            throw outputs.refused("--graph must end in .svg, .png, .graphml or .csv, got " + graph);
        }
    }

    private String ending() {
        String name = String.valueOf(graph).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Refuses, before anything is written, an imputer without a graph and places that lack a node. */
    void requireGraph(Imputer imputer) throws IOException {
        if (graph != null && !(imputer instanceof FgattImputer fgatt && fgatt.hasGraph())) {
            throw new IllegalArgumentException("--graph must be used with an FGATT that has a graph, got " + imputer.spec().name());
        }
        if (coordinates != null && imputer instanceof FgattImputer fgatt) {
            List<String> placed = SensorCoordinates.read(coordinates).places().stream().map(SensorCoordinates.Place::name).toList();
            List<String> lost = fgatt.layout().nodes().stream().filter(node -> !placed.contains(node)).toList();
            if (!lost.isEmpty()) {
                throw new IllegalArgumentException("--coordinates must name a place of every node, got none of " + lost + " in " + coordinates);
            }
        }
    }

    /** {@return the file that was written, if one was asked for} */
    List<Path> write(Imputer imputer, SeriesSet series, String name) throws IOException {
        Path file = graph;
        if (file == null || !(imputer instanceof FgattImputer fgatt)) {
            return List.of();
        }
        List<WindowGraph> windows = new ArrayList<>();
        int rows = fgatt.spec().architecture().window();
        for (int from = 0; from == 0 || from + rows <= series.length(); from += rows) {
            windows.add(fgatt.graphOf(series.rows(from, Math.min(series.length(), from + rows))));
        }
        LearnedGraph learned = WindowGraph.mean(fgatt.layout().nodes(), windows);
        if (ending().matches("graphml|csv")) {
            learned.write(file);
        } else {
            picture(learned.strongest(DRAWN), name, WindowGraph.stability(windows)).write(file);
        }
        return List.of(file);
    }

    private NodeChart picture(LearnedGraph learned, String name, double stability) throws IOException {
        String title = "Who fills whose gaps: " + name;
        String source = String.format(Locale.ROOT, "The three strongest edges to each node, mean of %d windows. Two windows in a row share %.0f %% of"
                + " their edges.", learned.windows(), 100 * stability);
        if (coordinates == null) {
            return learned.chart(title, source);
        }
        SensorCoordinates places = SensorCoordinates.read(coordinates);
        // latitude comes before longitude, x before y
        double[] second = learned.nodes().stream().mapToDouble(node -> places.place(node).second()).toArray();
        double[] first = learned.nodes().stream().mapToDouble(node -> places.place(node).first()).toArray();
        return places.geographic() ? learned.map(title, source, first, second) : learned.chart(title, source, first, second);
    }
}
