package dev.trivium.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The JSON lines of several rounds of measurements.
 *
 * @param lines the lines
 * @param keys  the fields by which measurements are told apart
 */
record Rounds(List<JsonNode> lines, List<String> keys) {

    static Rounds read(Path file, String... keys) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return new Rounds(lines, List.of(keys));
    }

    /** {@return for each measurement, under its keys with spaces between them, in alphabetical order, a number of every round that has it} */
    Map<String, List<Double>> all(String field) {
        Map<String, List<Double>> all = new TreeMap<>();
        for (JsonNode each : lines) {
            if (each.path(field).isNumber()) {
                String key = keys.stream().map(k -> each.get(k).asText()).collect(Collectors.joining(" "));
                all.computeIfAbsent(key, k -> new ArrayList<>()).add(each.get(field).asDouble());
            }
        }
        return all;
    }

    static double median(List<Double> values) {
        double[] ascending = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = ascending.length;
        return (ascending[(n - 1) / 2] + ascending[n / 2]) / 2;
    }
}
