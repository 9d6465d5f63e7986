package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Path file = folder.resolve("toy.trivium");
        ModelContents written = Forge.smallModel();
        ModelFile.write(file, written);
        ModelContents read = ModelFile.read(file);
        assertEquals(written, read);
        assertEquals("toy", read.kind());
        assertEquals(3, read.version());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, read.tensors().get("layer.weight").toFloats());
        assertEquals(2L, read.spec().get("width"));
    }

    @Test
    void equalContentsGiveEqualBytes() throws IOException {
        Map<String, Object> spec = new LinkedHashMap<>(Map.of("a", 1, "b", List.of(1, 2.5), "c", Map.of("d", true, "e", "x")));
        Map<String, Object> backwards = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(spec.keySet());
        for (int i = keys.size() - 1; i >= 0; i--) {
            backwards.put(keys.get(i), spec.get(keys.get(i)));
        }
        List<StoredTensor> tensors = List.of(StoredTensor.floats("x", new long[] {1}, new float[] {1}));
        byte[] first = Forge.bytes(ModelContents.model("toy", 1, spec, Map.of(), Map.of(), tensors));
        assertArrayEquals(first, Forge.bytes(ModelContents.model("toy", 1, backwards, Map.of(), Map.of(), tensors)));
        Files.write(folder.resolve("a"), first);
        ModelFile.write(folder.resolve("b"), ModelFile.read(folder.resolve("a")));
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("b")));
    }

    @Test // bytes are a promise to files that exist: a change here needs another formatVersion
    void theGoldenFileIsReadAndWrittenAsItIs() throws IOException, URISyntaxException {
        Path golden = Path.of(Objects.requireNonNull(getClass().getResource("/artifact/toy-v1.trivium")).toURI());
        assertEquals(Forge.smallModel(), ModelFile.read(golden));
        assertArrayEquals(Files.readAllBytes(golden), Forge.bytes(Forge.smallModel()));
    }

    @Test
    void anOrdinaryZipToolReadsIt() throws IOException {
        Path file = folder.resolve("toy.trivium");
        ModelFile.write(file, Forge.smallModel());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(List.of("manifest.json", "spec.json", "preprocessing.json", "provenance.json", "weights.safetensors"),
                    zip.stream().map(entry -> entry.getName()).toList());
            byte[] weights = zip.getInputStream(zip.getEntry("weights.safetensors")).readAllBytes();
            assertEquals(Forge.smallModel().tensors(), SafetensorsReader.read("entry", weights).tensors());
        }
    }

    @Test
    void aCheckpointKeepsItsTrainingState() throws IOException {
        Path file = folder.resolve("run.trivium");
        Map<String, Object> training = new HashMap<>(Map.of("step", 12, "seed", Long.MIN_VALUE, "losses", List.of(0.5, 0.25)));
        training.put("best", null);
        ModelContents written = ModelContents.checkpoint(1, Map.of("model", "toy"), Map.of(), training,
                List.of(StoredTensor.floats("w", new long[] {1}, new float[] {1})));
        ModelFile.write(file, written);
        assertEquals(written, ModelFile.read(file));
        assertEquals(Long.MIN_VALUE, ModelFile.read(file).training().get("seed"));
        assertTrue(ModelFile.read(file).training().containsKey("best"));
    }

    @Test
    void trainingStateBelongsToCheckpointsOnly() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> new ModelContents("toy", 1, Map.of(), Map.of(), Map.of(), Map.of("step", 1), Map.of()));
        assertEquals("training must be empty unless kind is checkpoint, got kind toy", e.getMessage());
    }

    @Test
    void refusesKindsAndVersionsOutsideTheirRange() {
        var e = assertThrows(IllegalArgumentException.class, () -> ModelContents.model("Toy", 1, Map.of(), Map.of(), Map.of(), List.of()));
        assertEquals("kind must be 1 to 64 lower-case letters, digits and hyphens that start with a letter, got Toy", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> ModelContents.model("toy", 0, Map.of(), Map.of(), Map.of(), List.of()));
        assertEquals("version must be at least 1, got 0", e.getMessage());
    }

    @Test
    void refusesToWriteAWeightThatIsNotFinite() throws IOException {
        Path file = folder.resolve("nan.trivium");
        float[] values = new float[70_000];
        values[65_537] = Float.NaN;
        ModelContents contents = ModelContents.model("toy", 1, Map.of(), Map.of(), Map.of(),
                List.of(StoredTensor.floats("a.w", new long[] {70_000}, values)));
        var e = assertThrows(ModelFileException.class, () -> ModelFile.write(file, contents));
        assertEquals(file + ": weights.safetensors: tensor a.w must hold finite numbers, got NaN at element 65537", e.getMessage());
        assertFalse(Files.exists(file));
    }

    @Test
    void refusesToWriteAnEntryThatNobodyCouldRead() {
        ModelContents contents = ModelContents.model("toy", 1, Map.of("text", "x".repeat(9 << 20)), Map.of(), Map.of(), List.of());
        var e = assertThrows(ModelFileException.class, () -> ModelFile.write(folder.resolve("a"), contents));
        assertEquals("spec.json", e.entry());
        assertTrue(e.getMessage().contains("entry must have at most 8388608 bytes, got 94"), e.getMessage());
        ModelContents many = ModelContents.model("toy", 1, Map.of("list", java.util.Collections.nCopies(400_000, 1)), Map.of(), Map.of(), List.of());
        var f = assertThrows(ModelFileException.class, () -> ModelFile.write(folder.resolve("a"), many));
        assertTrue(f.getMessage().contains("spec.json: entry must hold at most 400000 values, names and brackets, got "), f.getMessage());
    }

    @Test
    void weightsAboveTheHeapLimitAreMapped() throws IOException {
        Path file = folder.resolve("large.trivium");
        float[] values = new float[17 << 20];
        values[values.length - 1] = 3;
        ModelFile.write(file, ModelContents.model("toy", 1, Map.of(), Map.of(), Map.of(),
                List.of(StoredTensor.floats("w", new long[] {values.length}, values))));
        StoredTensor read = ModelFile.read(file).tensors().get("w");
        ByteSource.Slice slice = (ByteSource.Slice) read.source();
        assertTrue(slice.whole() instanceof FileBytes);
        assertArrayEquals(values, read.toFloats());
    }
}
