package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {

    @TempDir
    Path folder;

    private void refused(String text, String rule) throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), text);
        ModelFileException e = assertThrows(ModelFileException.class, () -> JsonFile.read(file, 1000));
        assertTrue(e.getMessage().startsWith(file + ": ") && e.getMessage().contains(rule), e.getMessage());
    }

    @Test
    void whatIsWrittenIsReadBackAndEqualObjectsGiveEqualBytes() throws IOException {
        Path a = folder.resolve("a.json");
        Path b = folder.resolve("b.json");
        JsonFile.write(a, Map.of("x", 1, "y", List.of(0.1, "é"), "z", Map.of("t", true)));
        JsonFile.write(b, JsonFile.read(a, 1000));
        assertEquals(Map.of("x", 1L, "y", List.of(0.1, "é"), "z", Map.of("t", true)), JsonFile.read(b, 1000));
        assertArrayEquals(Files.readAllBytes(a), Files.readAllBytes(b));
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        refused("{\"a\": 1, \"a\": 2}", "must be a JSON object without duplicate names");
        refused("[1]", "must be a JSON object");
        refused("null", "must be a JSON object, got null");
        refused("{\"a\": 1e999}", "must be finite");
        refused("{\"a\": 1} x", "must be a JSON object");
        refused("{\"a\": \"" + "x".repeat(1000) + "\"}", "file must have at most 1000 bytes, got 1009");
        refused("[".repeat(500), "must be a JSON object");
        assertTrue(assertThrows(ModelFileException.class, () -> JsonFile.read(folder, 10)).getMessage().contains("must exist and be a regular file"));
    }
}
