package dev.trivium.nn.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The trials of a study, as the lines of its journal tell them. Every line is checked against those before it. */
final class History {

    private final SearchSpace space;
    private final List<Trial> trials = new ArrayList<>();

    History(SearchSpace space) {
        this.space = space;
    }

    List<Trial> trials() {
        return trials;
    }

    Trial trial(int number) {
        if (number < 1 || number > trials.size()) {
            throw new IllegalArgumentException("trial must be between 1 and " + trials.size() + ", got " + number);
        }
        return trials.get(number - 1);
    }

    /** {@return the line that begins a trial, or goes on with one} */
    static Map<String, Object> begins(int number, int epochs, Settings settings) {
        Map<String, Object> line = event("start", number);
        line.put("epochs", epochs);
        line.put("settings", settings.values());
        return line;
    }

    static Map<String, Object> scored(int number, double score) {
        Map<String, Object> line = event("score", number);
        line.put("score", score);
        return line;
    }

    static Map<String, Object> failed(int number, String reason) {
        Map<String, Object> line = event("failure", number);
        line.put("reason", reason);
        return line;
    }

    private static Map<String, Object> event(String kind, int number) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", kind);
        line.put("trial", number);
        return line;
    }

    void apply(Map<String, ? extends @Nullable Object> line) {
        String kind = String.valueOf(line.get("event"));
        int number = whole(line, "trial");
        switch (kind) {
            case "start" -> start(line, number);
            case "score" -> {
                only(line, Set.of("event", "trial", "score"));
                if (!(line.get("score") instanceof Number score) || !Double.isFinite(score.doubleValue())) {
                    throw new IllegalArgumentException("score must be a finite number, got " + line.get("score"));
                }
                trials.set(number - 1, running(number).scored(score.doubleValue()));
            }
            case "failure" -> {
                only(line, Set.of("event", "trial", "reason"));
                if (!(line.get("reason") instanceof String reason)) {
                    throw new IllegalArgumentException("reason must be a text, got " + line.get("reason"));
                }
                trials.set(number - 1, running(number).failed(reason));
            }
            default -> throw new IllegalArgumentException("event must be start, score or failure, got " + kind);
        }
    }

    private void start(Map<String, ? extends @Nullable Object> line, int number) {
        only(line, Set.of("event", "trial", "epochs", "settings"));
        int epochs = whole(line, "epochs");
        if (!(line.get("settings") instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("settings must be an object, got " + line.get("settings"));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((name, value) -> values.put(String.valueOf(name), value));
        Settings settings = space.checked(values, "settings");
        if (number == trials.size() + 1) {
            trials.add(new Trial(number, settings, List.of(), Optional.empty(), Optional.empty()).started(epochs));
            return;
        }
        Trial trial = trial(number);
        boolean more = trial.running().isEmpty() && trial.failure().isEmpty() && trial.score().map(score -> epochs > score.epochs()).orElse(false);
        if (!more || !trial.settings().equals(settings)) {
            throw new IllegalArgumentException("trial must be the next one, " + (trials.size() + 1)
                    + ", or one with a score that goes on with the same settings for more epochs, got " + number);
        }
        trials.set(number - 1, trial.started(epochs));
    }

    private Trial running(int number) {
        Trial trial = trial(number);
        if (trial.running().isEmpty()) {
            throw new IllegalArgumentException("trial must be one that is running, got " + number);
        }
        return trial;
    }

    private static void only(Map<String, ? extends @Nullable Object> line, Set<String> names) {
        if (!line.keySet().equals(names)) {
            throw new IllegalArgumentException("line must have " + new java.util.TreeSet<>(names) + ", got " + new java.util.TreeSet<>(line.keySet()));
        }
    }

    private static int whole(Map<String, ? extends @Nullable Object> line, String name) {
        if (line.get(name) instanceof Integer value && value >= 0) {
            return value;
        }
        throw new IllegalArgumentException(name + " must be a whole number from 0 up, got " + line.get(name));
    }
}
