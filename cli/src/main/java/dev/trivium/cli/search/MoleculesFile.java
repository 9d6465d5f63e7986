package dev.trivium.cli.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.cli.terminal.TextFile;
import dev.trivium.molecular.MoleculeSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Training and validation molecules, from a search to its children. Lives as long as the search. */
public final class MoleculesFile {

    private static final String NAME = "molecules.json";
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();

    private MoleculesFile() {}

    /**
     * What a file holds.
     *
     * @param train to learn from
     * @param validation to score by; never a test molecule
     */
    public record Content(MoleculeSet train, MoleculeSet validation) {}

    private record Stored(List<String> tasks, Rows train, Rows validation) {}

    private record Rows(List<String> smiles, List<@Nullable Double> labels) {

        static Rows of(MoleculeSet set) {
            List<@Nullable Double> labels = new ArrayList<>();
            for (double label : set.labels()) {
                labels.add(Double.isNaN(label) ? null : label);
            }
            return new Rows(set.smiles(), labels);
        }

        MoleculeSet set(List<String> tasks) {
            return MoleculeSet.of(smiles, tasks, labels.stream().mapToDouble(label -> label == null ? Double.NaN : label).toArray());
        }
    }

    /** Writes it into a folder. */
    public static void write(Path folder, Content content) throws IOException {
        TextFile.write(folder.resolve(NAME), JSON.writeValueAsString(
                new Stored(content.train().tasks(), Rows.of(content.train()), Rows.of(content.validation()))) + "\n");
    }

    /**
     * {@return what was written into a folder}
     *
     * @throws IOException if it is not there or not whole; the message names the file
     */
    public static Content read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try {
            Stored stored = JSON.readValue(Files.readString(file, StandardCharsets.UTF_8), Stored.class);
            return new Content(stored.train().set(stored.tasks()), stored.validation().set(stored.tasks()));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IOException(file + " must hold molecules of a search: " + e.getMessage(), e);
        }
    }
}
