package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TensorCheckTest {

    private static final Map<String, StoredTensor> ACTUAL = Safetensors.byName(List.of(
            StoredTensor.floats("a", new long[] {2, 3}, new float[6]), StoredTensor.floats("b", new long[] {}, new float[1])));

    @Test
    void oneMessageNamesEveryDifference() {
        var e = assertThrows(ModelFileException.class, () -> TensorCheck.require(Path.of("m.trivium"),
                Map.of("a", new long[] {3, 2}, "c", new long[] {1}, "d", new long[] {1}), ACTUAL));
        assertEquals("m.trivium: weights.safetensors: tensors must be those of the model, got 2 missing: c, d; 1 unexpected: b; "
                + "1 wrong shape: a must have shape [3, 2], got [2, 3]", e.getMessage());
    }

    @Test
    void equalNamesAndShapesPass() {
        Map<String, long[]> expected = Map.of("a", new long[] {2, 3}, "b", new long[] {});
        assertDoesNotThrow(() -> TensorCheck.require(Path.of("m.trivium"), expected, ACTUAL));
        assertEquals("no difference", TensorCheck.compare(expected, ACTUAL).describe());
    }

    @Test
    void aLongListIsCut() {
        Map<String, long[]> expected = new TreeMap<>();
        for (int i = 100; i < 125; i++) {
            expected.put("t" + i, new long[] {1});
        }
        String text = TensorCheck.compare(expected, Map.of()).describe();
        assertTrue(text.startsWith("25 missing: t100, t101") && text.endsWith("t119 and 5 more"), text);
    }

    @Test
    void weightsOfAnotherTypeThanF32AreRefused() throws IOException {
        Path file = Path.of("model.trivium");
        assertArrayEquals(new float[] {1, 2}, TensorCheck.weights(file, StoredTensor.floats("w", new long[] {2}, new float[] {1, 2})));
        String message = assertThrows(ModelFileException.class,
                () -> TensorCheck.weights(file, StoredTensor.doubles("w", new long[] {2}, new double[] {1, 2}))).getMessage();
        assertEquals("model.trivium: weights.safetensors: tensor w must be of type F32, got F64", message);
    }

    @Test
    void aRefusalThatQuotesEndlessTextIsCutAndCannotSteerATerminal() {
        String message = new ModelFileException(Path.of("m"), "spec.json", "must be short, got \u001b[2J" + "y".repeat(50_000)).getMessage();
        assertTrue(message.startsWith("m: spec.json: must be short, got \\u001b[2Jyyy") && message.length() < 1600, message);
    }
}
