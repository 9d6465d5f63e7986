package dev.trivium.cli.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run written down.
 *
 * @param command     words after {@code trivium}, such as {@code forecast fit}
 * @param options     what was typed, without what no result depends on
 * @param defaults    defaults of the options that were not typed, where they have one
 * @param files       what was read
 * @param facts       what became of it: hashes of the data, split, seeds, settings of every method
 * @param environment versions and machine, as text by name
 * @param result      what came out: of a fit the model's {@code fingerprint}, {@code tensors} and {@code metrics}; of an evaluation the
 *     {@code card} and its {@code fingerprint}
 * @param time        when it ended, in UTC
 */
public record RunRecord(String command, List<Typed> options, Map<String, String> defaults, List<FileFact> files,
        Map<String, @Nullable Object> facts, Map<String, String> environment, Map<String, @Nullable Object> result, String time) {

    /** The first thing in a record. */
    public static final String FORMAT = "trivium run 1";

    static final String KIND = "kind";
    static final String MODEL = "model";
    static final String CARD = "card";
    static final String FINGERPRINT = "fingerprint";
    static final String TENSORS = "tensors";

    /** Copies the lists. */
    public RunRecord {
        options = List.copyOf(options);
        files = List.copyOf(files);
    }

    /** {@return the record as JSON-like values} */
    public Map<String, Object> json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("format", FORMAT);
        map.put("command", command);
        map.put("options", options.stream().map(option -> Map.of("name", option.name(), "values", option.values())).toList());
        map.put("defaults", defaults);
        map.put("files", files.stream().map(FileFact::json).toList());
        map.put("facts", facts);
        map.put("environment", environment);
        map.put("result", result);
        map.put("time", time);
        return map;
    }

    /** {@return whether the run made a model; else it made a card} */
    public boolean madeAModel() {
        return MODEL.equals(result.get(KIND));
    }

    /** {@return the hash of what came out} */
    public String fingerprint() {
        return String.valueOf(result.get(FINGERPRINT));
    }

    /** {@return the name of the model's file; empty for a card} */
    public String resultName() {
        return result.get("name") instanceof String name ? name : "";
    }

    /** {@return the hashes of a model's tensors by name; empty if only the model's file has them, or there is no model} */
    public Map<String, String> tensors() {
        Map<String, String> hashes = new TreeMap<>();
        if (result.get(TENSORS) instanceof Map<?, ?> map) {
            map.forEach((name, hash) -> hashes.put(String.valueOf(name), String.valueOf(hash)));
        }
        return hashes;
    }

    /** {@return the numbers that came out: a model's metrics, or the card} */
    public Object scores() {
        Object scores = result.get(madeAModel() ? "metrics" : CARD);
        return scores == null ? Map.of() : scores;
    }

    /** {@return the same record without the hash of every tensor, for a file that has the tensors} */
    RunRecord withoutTensors() {
        Map<String, @Nullable Object> less = new TreeMap<>(result);
        less.remove(TENSORS);
        return new RunRecord(command, options, defaults, files, facts, environment, less, time);
    }
}
