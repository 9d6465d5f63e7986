package dev.trivium.cli.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.nn.search.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import dev.trivium.cli.terminal.TextFile;

/**
 * What a child process is asked to do, as a file in the folder of its trial.
 *
 * @param domain whose model it is
 * @param recipe what makes the standard recipe
 * @param settings of this trial, by name
 * @param data folder with training and validation data
 * @param seed of the training
 * @param epochs most epochs, 0 for the recipe's own number
 * @param until epochs after which to stop for now, 0 for none
 * @param device where to compute
 * @param threads of an operation, 0 for the default
 */
public record TrialRequest(String domain, Map<String, Object> recipe, Map<String, Object> settings, String data, long seed, int epochs, int until,
        String device, int threads) {

    private static final String FILE = "request.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.USE_LONG_FOR_INTS).build();

    /** Copies the maps. */
    public TrialRequest {
        recipe = new LinkedHashMap<>(recipe);
        settings = new LinkedHashMap<>(settings);
    }

    void write(Path folder) throws IOException {
        TextFile.write(folder.resolve(FILE), JSON.writeValueAsString(this) + "\n");
    }

    /**
     * {@return the request in the folder of a trial}
     *
     * @throws IOException if there is none that can be read; the message names the file
     */
    public static TrialRequest read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            TrialRequest request = JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), TrialRequest.class);
            if (request != null) {
                return request;
            }
            throw new IOException(file + " must hold a request, got null");
        } catch (JsonProcessingException e) {
            throw new IOException(file + " must hold a request: " + e.getOriginalMessage(), e);
        }
    }

    /** {@return the settings} */
    public Settings chosen() {
        Settings chosen = Settings.none();
        for (Map.Entry<String, Object> each : settings.entrySet()) {
            chosen = chosen.withValue(each.getKey(), each.getValue());
        }
        return chosen;
    }

    /** {@return a text of the recipe; empty if there is none} */
    public String text(String name) {
        return recipe.get(name) instanceof String text ? text : "";
    }

    /** {@return a whole number of the recipe; 0 if there is none} */
    public int whole(String name) {
        return recipe.get(name) instanceof Number number ? number.intValue() : 0;
    }

    /** {@return most epochs; empty for the recipe's own number} */
    public OptionalInt most() {
        return epochs == 0 ? OptionalInt.empty() : OptionalInt.of(epochs);
    }

    /** {@return the folder with training and validation data} */
    public Path dataFolder() {
        return Path.of(data);
    }
}
