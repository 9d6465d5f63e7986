package dev.trivium.timeseries.timetracker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A recipe as JSON-like values, and back. */
final class RecipeText {

    private RecipeText() {}

    static Map<String, Object> describe(TimeTrackerSpec spec) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("lookback", spec.lookback());
        map.put("horizon", spec.horizon());
        map.put("prediction", SavedTimeTracker.map(spec.prediction()));
        map.put("start", describe(spec.start()));
        spec.tuning().ifPresent(tuning -> map.put("tuning", SavedTimeTracker.map(tuning)));
        return map;
    }

    private static Map<String, Object> describe(Start start) {
        if (start instanceof Start.FromFile from) {
            return Map.of("from", "file", "file", String.valueOf(from.file().getFileName()));
        }
        return start instanceof Start.Random random
                ? Map.of("from", "random", "settings", SavedTimeTracker.map(random.settings()))
                : Map.of("from", "shipped");
    }

    static TimeTrackerSpec parse(Map<String, Object> map) {
        return new TimeTrackerSpec(whole(map, "lookback"), whole(map, "horizon"), start(SavedTimeTracker.map(map.get("start"))),
                SavedTimeTracker.record(map.get("prediction"), Prediction.class),
                Optional.ofNullable(map.get("tuning")).map(tuning -> SavedTimeTracker.record(tuning, FineTuning.class)));
    }

    private static Start start(Map<String, Object> map) {
        String from = String.valueOf(map.get("from"));
        return switch (from) {
            case "shipped" -> Start.shipped();
            case "file" -> Start.file(Path.of((String) map.get("file")));
            case "random" -> new Start.Random(SavedTimeTracker.record(map.get("settings"), TimeTrackerSettings.class));
            default -> throw new IllegalArgumentException("start must be shipped, file or random, got " + from);
        };
    }

    private static int whole(Map<String, Object> map, String key) {
        if (map.get(key) instanceof Number number && number.longValue() == number.intValue()) {
            return number.intValue();
        }
        throw new IllegalArgumentException(key + " must be a whole number of 32 bits, got " + map.get(key));
    }
}
