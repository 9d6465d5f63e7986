package dev.trivium.cli.impute;

import dev.trivium.cli.record.Reads;
import dev.trivium.cli.terminal.Session;
import dev.trivium.imputation.graph.NodeWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Edges that come with the data: a list of them, or the places of the nodes. */
final class GivenGraph {

    @Reads
    @Option(names = "--adjacency", paramLabel = "FILE",
            description = "For --edges given or joined: CSV with the header source,target,weight; the target listens to the source, weights from 0"
                    + " to 1.")
    private @Nullable Path adjacency;

    @Reads
    @Option(names = "--places", paramLabel = "FILE",
            description = "For --edges given or joined: CSV with the places of the nodes (name, latitude, longitude; or name, x, y), near ones being"
                    + " neighbours.")
    private @Nullable Path places;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    boolean isGiven() {
        return adjacency != null || places != null;
    }

    /** Refuses what does not fit together. */
    void check(boolean wanted) {
        if (adjacency != null && places != null) {
            throw new ParameterException(spec.commandLine(), "--adjacency and --places must not be used together, got " + adjacency + " and " + places);
        }
        if (wanted != isGiven()) {
            throw new ParameterException(spec.commandLine(), wanted ? "--edges given and joined must be used with --adjacency or --places, got neither"
                    : "--adjacency and --places must be used with --edges given or joined");
        }
    }

    NodeWeights weights(List<String> nodes) throws IOException {
        for (Path file : Stream.ofNullable(places).toList()) {
            Session.of(spec).trail().reads("--places", file);
        }
        for (Path file : Stream.ofNullable(adjacency).toList()) {
            Session.of(spec).trail().reads("--adjacency", file);
        }
        return places != null ? GraphFile.places(nodes, places) : GraphFile.edges(nodes, java.util.Objects.requireNonNull(adjacency));
    }
}
