package dev.trivium.cli.impute;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.trivium.cli.record.Reads;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.importer.SensorCoordinates;
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

    private static final int COLUMNS = 3;

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
        return places != null ? ofPlaces(nodes, SensorCoordinates.read(places)) : ofEdges(nodes, java.util.Objects.requireNonNull(adjacency));
    }

    private static NodeWeights ofPlaces(List<String> nodes, SensorCoordinates places) {
        int count = nodes.size();
        double[] distances = new double[count * count];
        for (int at = 0; at < distances.length; at++) {
            distances[at] = places.distance(nodes.get(at / count), nodes.get(at % count));
        }
        return NodeWeights.ofDistances(count, distances);
    }

    private static NodeWeights ofEdges(List<String> nodes, Path file) throws IOException {
        float[] weights = new float[nodes.size() * nodes.size()];
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord row : rows) {
                if (header && !row.getFields().equals(List.of("source", "target", "weight"))) {
                    throw refused(file, row, "must be the header source,target,weight, got " + row.getFields());
                }
                if (!header) {
                    put(weights, nodes, file, row);
                }
                header = false;
            }
        }
        return NodeWeights.of(nodes.size(), weights);
    }

    private static void put(float[] weights, List<String> nodes, Path file, CsvRecord row) throws IOException {
        List<String> fields = row.getFields();
        if (fields.size() != COLUMNS) {
            throw refused(file, row, "must have three columns, got " + fields.size());
        }
        int source = nodes.indexOf(fields.get(0).strip());
        int target = nodes.indexOf(fields.get(1).strip());
        if (source < 0 || target < 0) {
            throw refused(file, row, "must name two of the nodes " + nodes + ", got " + fields.get(0) + " and " + fields.get(1));
        }
        try {
            float weight = Float.parseFloat(fields.get(2).strip());
            if (!(weight >= 0 && weight <= 1)) {
                throw refused(file, row, "must have a weight from 0 to 1, got " + fields.get(2));
            }
            weights[target * nodes.size() + source] = weight;
        } catch (NumberFormatException e) {
            throw refused(file, row, "must have a weight from 0 to 1, got " + fields.get(2));
        }
    }

    private static IOException refused(Path file, CsvRecord row, String rule) {
        return new IOException(file + ", line " + row.getStartingLineNumber() + ": " + rule);
    }
}
