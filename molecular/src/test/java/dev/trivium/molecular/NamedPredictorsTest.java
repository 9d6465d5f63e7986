package dev.trivium.molecular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedPredictorsTest {

    @Test
    void everyNameGivesARecipeOfThatNameForBothKinds() {
        for (String name : NamedPredictors.names()) {
            for (TaskKind kind : TaskKind.values()) {
                PropertyPredictorSpec spec = NamedPredictors.of(name, kind);
                assertEquals(name, spec.name());
                assertEquals(kind, spec.kind());
            }
        }
    }

    @Test
    void anUnknownNameIsRefusedWithThoseKnown() {
        String message = assertThrows(IllegalArgumentException.class, () -> NamedPredictors.of("oracle", TaskKind.REGRESSION)).getMessage();
        assertTrue(message.startsWith("model must be one of ") && message.contains("train-mean") && message.endsWith(", got oracle"), message);
    }

    @Test
    void aModelOfAnotherSortIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("other.trivium");
        ModelFile.write(file, ModelContents.model("drift", 1, Map.of(), Map.of(), Map.of(), List.of()));
        String message = assertThrows(IOException.class, () -> PropertyPredictor.load(file)).getMessage();
        assertEquals(file + ": manifest.json: must be a property predictor, got the kind drift", message);
    }

    @Test
    void aCheckpointIsRefusedWithWhatToDo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("checkpoint.trivium");
        ModelFile.write(file, ModelContents.checkpoint(1, Map.of(), Map.of(), Map.of("step", 1), List.of()));
        String message = assertThrows(IOException.class, () -> PropertyPredictor.load(file)).getMessage();
        assertEquals(file + ": manifest.json: is the checkpoint of an unfinished training; go on with it by --resume", message);
    }
}
