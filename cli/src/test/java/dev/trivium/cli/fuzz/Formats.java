package dev.trivium.cli.fuzz;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All formats, each with its share of the mutants. */
final class Formats {

    private Formats() {}

    /** {@return formats with their weights, models cost the most time for each} */
    static Map<Format, Integer> all(Path root, Path scratch) throws IOException {
        Path timeseries = root.resolve("timeseries/src/test/resources/golden");
        Path imputation = root.resolve("imputation/src/test/resources/golden");
        Path molecular = root.resolve("molecular/src/test/resources/golden");
        Path forest = molecular.resolve("random-forest-1.trivium");
        SeriesSet series = series(timeseries.resolve("checkpoint-1.json"));
        Map<Format, Integer> formats = new LinkedHashMap<>();
        formats.put(new ModelFormat("forecaster", timeseries, n -> !n.startsWith("checkpoint") && !n.startsWith("timetracker-1"), scratch,
                ModelReaders::forecaster), 30);
        formats.put(new ModelFormat("weights", timeseries, n -> n.startsWith("timetracker-1"), scratch, ModelReaders::weights), 8);
        formats.put(new ModelFormat("predictor", molecular, n -> true, scratch, ModelReaders::predictor), 22);
        formats.put(new ModelFormat("imputer", imputation, n -> !n.startsWith("gap-stream"), scratch, ModelReaders::imputer), 26);
        formats.put(new ModelFormat("stream state", imputation, n -> n.startsWith("gap-stream-1"), scratch,
                file -> ModelReaders.stream(imputation.resolve("linear-1.trivium"), file)), 20);
        formats.put(new ModelFormat("checkpoint", timeseries, n -> n.startsWith("checkpoint-1"), scratch, file -> ModelReaders.checkpoint(series, file)), 6);
        formats.put(Tables.series(), 60);
        formats.put(Tables.moleculeCsv(forest), 30);
        formats.put(Tables.sdf(forest), 30);
        formats.put(Tables.smi(forest), 20);
        formats.put(Tables.smiles(forest), 40);
        formats.put(new MaskFormat(scratch), 20);
        formats.put(Tables.edges(), 10);
        formats.put(Tables.places(), 10);
        Logs.all().forEach(log -> formats.put(log, 6));
        Descriptions.all().forEach(description -> formats.put(description, 8));
        return formats;
    }

    private static SeriesSet series(Path answer) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode history = json.readTree(answer.toFile()).get("history");
        double[] values = json.convertValue(history.get("values"), double[].class);
        Map<String, Object> time = json.convertValue(history.get("time"), new TypeReference<>() {});
        return SeriesSet.of(TimeAxis.parse(time), ModelReaders.history(1).variables(), values);
    }

    static List<String> names(Map<Format, Integer> formats) {
        return formats.keySet().stream().map(Format::name).toList();
    }
}
