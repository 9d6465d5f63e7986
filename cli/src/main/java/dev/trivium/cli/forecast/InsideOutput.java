package dev.trivium.cli.forecast;

import dev.trivium.cli.option.Outputs;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.evaluation.graph.LearnedGraph;
import dev.trivium.timeseries.timetracker.Routing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Pictures of what went on inside a Time Tracker. */
final class InsideOutput {

    private static final int DRAWN = 3;

    @Option(names = "--experts", paramLabel = "FILE",
            description = "Draw which experts of timetracker answer when, .svg or .png: their gate shares by patch of the history and of the horizon.")
    private @Nullable Path experts;

    @Option(names = "--experts-by-series", paramLabel = "FILE", description = "Draw which experts answer for which series, .svg or .png.")
    private @Nullable Path expertsBySeries;

    @Option(names = "--graph", paramLabel = "FILE",
            description = "Write who listens to whom in a timetracker that was fine-tuned with a graph: .svg or .png for a picture of the three"
                    + " strongest edges to each series, .graphml or .csv for all edges.")
    private @Nullable Path graph;

    void check(Outputs outputs) {
        check("--experts", experts, "svg|png", outputs);
        check("--experts-by-series", expertsBySeries, "svg|png", outputs);
        check("--graph", graph, "svg|png|graphml|csv", outputs);
    }

    private static void check(String option, @Nullable Path file, String endings, Outputs outputs) {
        if (file != null) {
            outputs.require(option, file);
            if (!ending(file).matches(endings)) {
                throw outputs.refused(option + " must end in ." + endings.replace("|", ", .") + ", got " + file);
            }
        }
    }

    private static String ending(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Refuses, before anything is written, a model that has nothing of the kind to show. */
    void requireUse(Predictor predictor) {
        if ((experts != null || expertsBySeries != null) && !predictor.hasExperts()) {
            throw new IllegalArgumentException("--experts and --experts-by-series must be used with timetracker, got " + predictor.name());
        }
        if (graph != null && !predictor.hasGraph()) {
            throw new IllegalArgumentException("--graph must be used with a timetracker that was fine-tuned with a graph, got " + predictor.name());
        }
    }

    /** {@return the files that were written} */
    List<Path> write(Predictor predictor, SeriesSet history, String name) throws IOException {
        List<Path> written = new ArrayList<>();
        if (experts != null || expertsBySeries != null) {
            Routing routing = predictor.routing(history);
            if (experts != null) {
                routing.chartOverTime("Which experts answer when: " + name, predictor.source() + ". Mean over " + routing.series().size()
                        + " series; the horizon begins at " + history.time().after(1).label(0) + "; experts that answer always are not shown").write(experts);
                written.add(experts);
            }
            if (expertsBySeries != null) {
                routing.chartOverSeries("Which experts answer for which series: " + name, predictor.source() + ". Mean over "
                        + routing.patches().size() + " patches; experts that answer always are not shown").write(expertsBySeries);
                written.add(expertsBySeries);
            }
        }
        if (graph != null) {
            LearnedGraph learned = predictor.graph(history);
            if (ending(graph).matches("graphml|csv")) {
                learned.write(graph);
            } else {
                learned.strongest(DRAWN).chart("Who listens to whom: " + name, String.format(Locale.ROOT,
                        "The three strongest edges to each series, mean of %d windows", learned.windows())).write(graph);
            }
            written.add(graph);
        }
        return written;
    }
}
