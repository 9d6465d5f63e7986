package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir
    Path folder;

    private static ModelContents model(int width, Map<String, ?> provenance, float... values) {
        return ModelContents.model("toy", 1, Map.of("width", width), Map.of("scale", 2.5), provenance,
                List.of(StoredTensor.floats("w", new long[] {values.length}, values)));
    }

    @Test
    void dependsOnWhatWasLearntAndNotOnWhenOrByWhom() {
        String print = model(1, Map.of("time", "then"), 1, 2).fingerprint();
        assertTrue(Sha256.isHex(print), print);
        assertEquals(print, model(1, Map.of("time", "now"), 1, 2).fingerprint());
        assertEquals(print, model(1, Map.of(), 1, 2).withRun(Map.of("command", "fit")).fingerprint());
        assertNotEquals(print, model(2, Map.of(), 1, 2).fingerprint());
        assertNotEquals(print, model(1, Map.of(), 1, Math.nextUp(2f)).fingerprint());
        assertNotEquals(print, model(1, Map.of(), 0f, 2).fingerprint());
        assertNotEquals(model(1, Map.of(), 0f).fingerprint(), model(1, Map.of(), -0f).fingerprint());
    }

    @Test
    void aShapeIsPartOfIt() {
        float[] values = {1, 2, 3, 4};
        assertNotEquals(ModelContents.model("toy", 1, Map.of(), Map.of(), Map.of(), List.of(StoredTensor.floats("w", new long[] {4}, values))).fingerprint(),
                ModelContents.model("toy", 1, Map.of(), Map.of(), Map.of(), List.of(StoredTensor.floats("w", new long[] {2, 2}, values))).fingerprint());
    }

    @Test
    void isThatOfTheFileAndOfTheModelThatIsSaved() throws IOException {
        ModelContents model = model(1, Map.of(), 1, 2);
        Path file = folder.resolve("toy.trivium");
        ModelFile.write(file, model);
        assertEquals(model.fingerprint(), ModelFile.fingerprint(file));
        assertEquals(model.fingerprint(), ModelFile.fingerprintOf(other -> ModelFile.write(other, model)));
    }

    @Test
    void hashesOfTensorsAreThoseOfTheirBytes() {
        ModelContents model = model(1, Map.of(), 1, 2);
        assertEquals(Map.of("w", Sha256.of(model.tensors().get("w").bytes())), model.tensorHashes());
    }

    @Test
    void theRecordOfARunReplacesAnEarlierOne() {
        ModelContents model = model(1, Map.of("time", "then", "run", Map.of("command", "old")), 1).withRun(Map.of("command", "new"));
        assertEquals(Map.of("time", "then", "run", Map.of("command", "new")), model.provenance());
    }
}
