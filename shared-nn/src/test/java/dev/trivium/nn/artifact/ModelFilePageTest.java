package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program of docs/model-file.md. */
class ModelFilePageTest {

    @Test
    void theProgramOfThePageWritesAndReadsAModelFile() throws IOException {
        try {
            ModelContents contents = ModelContents.model("toy", 1, Map.of("width", 2), Map.of(), Map.of(),
                    List.of(StoredTensor.floats("layer.weight", new long[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6})));
            ModelFile.write(Path.of("toy.trivium"), contents);

            ModelContents read = ModelFile.read(Path.of("toy.trivium"));
            TensorCheck.require(Path.of("toy.trivium"), Map.of("layer.weight", new long[] {2, 3}), read.tensors());
            float[] weight = read.tensors().get("layer.weight").toFloats();
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, weight);
        } finally {
            Files.deleteIfExists(Path.of("toy.trivium"));
        }
    }
}
