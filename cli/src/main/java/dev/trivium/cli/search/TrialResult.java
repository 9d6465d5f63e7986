package dev.trivium.cli.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.cli.terminal.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a child process answers.
 *
 * @param score on the validation data, smaller is better
 * @param seconds that it took
 * @param megabytes most memory resident, 10⁶ bytes; 0 where that is not known
 */
public record TrialResult(double score, double seconds, double megabytes) {

    private static final String FILE = "result.json";
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();

    /** Writes it into the folder of the trial. */
    public void write(Path folder) throws IOException {
        TextFile.write(folder.resolve(FILE), JSON.writeValueAsString(this) + "\n");
    }

    /** {@return the result in the folder of a trial; empty if there is none, or none that can be read} */
    static Optional<TrialResult> read(Path folder) throws IOException {
        try {
            return Optional.ofNullable(JSON.readValue(Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8), TrialResult.class));
        } catch (NoSuchFileException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
