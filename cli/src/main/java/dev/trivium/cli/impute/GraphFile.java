package dev.trivium.cli.impute;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.trivium.data.csv.ShownText;
import dev.trivium.data.importer.SensorCoordinates;
import dev.trivium.imputation.graph.NodeWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files with the edges or the places of nodes. */
final class GraphFile {

    private static final int COLUMNS = 3;

    private GraphFile() {}

    static NodeWeights places(List<String> nodes, Path file) throws IOException {
        SensorCoordinates places = SensorCoordinates.read(file);
        List<String> known = places.places().stream().map(SensorCoordinates.Place::name).toList();
        if (!known.containsAll(nodes)) {
            throw new IOException(file + ": " + ShownText.of("must name the nodes " + nodes + ", got " + known));
        }
        int count = nodes.size();
        double[] distances = new double[count * count];
        for (int at = 0; at < distances.length; at++) {
            distances[at] = places.distance(nodes.get(at / count), nodes.get(at % count));
        }
        return NodeWeights.ofDistances(count, distances);
    }

    static NodeWeights edges(List<String> nodes, Path file) throws IOException {
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
        } catch (CsvParseException e) {
            throw new IOException(file + ": must be CSV of three columns: " + ShownText.of(String.valueOf(e.getMessage())), e);
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
        return new IOException(file + ", line " + row.getStartingLineNumber() + ": " + ShownText.of(rule));
    }
}
