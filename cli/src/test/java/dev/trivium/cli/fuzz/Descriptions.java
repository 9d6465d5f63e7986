package dev.trivium.cli.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.data.csv.ShownText;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.conformal.CalibrationPoints;
import dev.trivium.evaluation.conformal.ConformalIntervals;
import dev.trivium.evaluation.conformal.LabelSets;
import dev.trivium.evaluation.conformal.Tails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The descriptions that stand inside model files, each alone: a map of JSON, read as the model file's readers read it. */
final class Descriptions {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

    private Descriptions() {}

    static List<Format> all() throws IOException {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        LocalDateTime start = LocalDateTime.parse("2024-01-31T00:00");
        double[] errors = new double[60];
        double[][] probabilities = new double[60][];
        int[] truth = new int[60];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sin(i);
            truth[i] = i % 2;
            probabilities[i] = new double[] {0.5 + 0.4 * Math.sin(i), 0.5 - 0.4 * Math.sin(i)};
        }
        ConformalIntervals intervals = ConformalIntervals.fit(CalibrationPoints.of(new double[60], errors), List.of(0.8, 0.9), Tails.APART);
        return List.of(
                of("time axis", List.of(ModelReaders.history(20).time().describe(), TimeAxis.months(1, start, zone, 12).describe(),
                        TimeAxis.businessDays(start.minusDays(2), zone, 9).describe(), TimeAxis.index(3, 2, 5).describe()), map -> {
                            TimeAxis axis = TimeAxis.parse(map);
                            String.valueOf(axis.toString() + axis.stepText() + axis.label(axis.length() - 1) + axis.after(3).label(2));
                            return new double[] {axis.length()};
                        }),
                of("standardiser", List.of(Standardiser.fit(Split.ratios(ModelReaders.history(80), 0.6, 0.2).train()).describe()), map -> {
                    Standardiser standardiser = Standardiser.parse(map);
                    double[] row = new double[standardiser.width()];
                    standardiser.backward(row);
                    return row;
                }),
                of("intervals", List.of(intervals.description()), map -> {
                    ConformalIntervals read = ConformalIntervals.of(map);
                    String.valueOf(read.description());
                    return new double[] {read.shares().size()};
                }),
                of("label sets", List.of(LabelSets.marginal(List.of("no", "yes"), probabilities, truth, List.of(0.8)).description()), map -> {
                    String.valueOf(LabelSets.of(map).description());
                    return new double[0];
                }));
    }

    private static Format of(String name, List<Map<String, Object>> seeds, Function<Map<String, Object>, double[]> reader) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Map<String, Object> seed : seeds) {
            texts.add(JSON.writeValueAsString(seed));
        }
        return new TextFormat("JSON " + name, ".json", texts, "", List.of(), Descriptions::isObject, file -> {
            double[] numbers = read(file, reader);
            return () -> numbers;
        });
    }

    private static double[] read(Path file, Function<Map<String, Object>, double[]> reader) throws IOException {
        Map<String, Object> map;
        try {
            map = JSON.readValue(Files.readAllBytes(file), new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": is no JSON object", e);
        }
        try {
            return reader.apply(map);
        } catch (IllegalArgumentException e) {
            if (e.getClass() == IllegalArgumentException.class && String.valueOf(e.getMessage()).contains(" must ")) {
                throw new IOException(file + ": " + ShownText.of(e.getMessage()), e); // as a model file refuses
            }
            throw e;
        }
    }

    private static boolean isObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
