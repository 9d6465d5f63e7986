package dev.trivium.cli.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Golden files of all modules, taken apart and written again as a later version might, with everything else right. */
class GoldenVersionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private static List<Path> golden() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String module : List.of("timeseries", "molecular", "imputation")) {
            try (Stream<Path> files = Files.list(Path.of("..", module, "src", "test", "resources", "golden"))) {
                files.filter(file -> file.toString().endsWith(".trivium")).sorted().forEach(all::add);
            }
        }
        assertTrue(all.size() >= 25, all.toString());
        return all;
    }

    private Path written(Path file, Map<String, byte[]> more, Consumer<ObjectNode> change) throws IOException {
        Map<String, byte[]> entries = ModelBox.entries(Files.readAllBytes(file));
        byte[] weights = entries.remove(ModelBox.WEIGHTS);
        entries.putAll(more);
        entries.put(ModelBox.WEIGHTS, weights);
        ModelBox.repair(entries);
        ObjectNode manifest = (ObjectNode) JSON.readTree(entries.get(ModelBox.MANIFEST));
        change.accept(manifest);
        entries.put(ModelBox.MANIFEST, JSON.writeValueAsBytes(manifest));
        return Files.write(folder.resolve("changed.trivium"), ModelBox.zip(entries));
    }

    private String refused(Path file) {
        String message = assertThrows(ModelFileException.class, () -> ModelFile.read(file)).getMessage();
        assertTrue(message.startsWith(file + ": "), message);
        return message.substring(file.toString().length() + 2);
    }

    @Test
    void aWriterOfItsOwnMakesAFileThatIsRead() throws IOException {
        for (Path file : golden()) {
            assertEquals(ModelFile.read(file), ModelFile.read(written(file, Map.of(), manifest -> {})));
        }
    }

    @Test
    void aNewerFormatIsRefusedByItsNumberBeforeAnythingElse() throws IOException {
        for (Path file : golden()) {
            Path newer = written(file, Map.of("later.json", "{}".getBytes(StandardCharsets.UTF_8)), manifest -> manifest.put("formatVersion", 2).put("more", 1));
            assertEquals("manifest.json: formatVersion must be 1, got 2: the file needs another version of Trivium", refused(newer));
        }
    }

    @Test
    void anEntryOfALaterVersionIsRefusedByName() throws IOException {
        for (Path file : golden()) {
            assertTrue(refused(written(file, Map.of("calibration.json", "{}".getBytes(StandardCharsets.UTF_8)), manifest -> {})).contains("calibration.json"));
            Map<String, byte[]> none = new LinkedHashMap<>();
            assertTrue(refused(written(file, none, manifest -> manifest.put("signature", "x"))).startsWith("manifest.json: manifest must have exactly the fields "));
        }
    }
}
