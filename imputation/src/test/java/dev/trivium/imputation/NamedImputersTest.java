package dev.trivium.imputation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedImputersTest {

    @Test
    void everyNameIsThatOfItsRecipe() {
        for (String name : NamedImputers.names()) {
            assertEquals(name, NamedImputers.of(name).name());
        }
        assertEquals("linear", NamedImputers.of("LINEAR").name());
    }

    @Test
    void everyTableHoldsTheSixSimpleMethods() {
        assertEquals(List.of("mean", "last", "linear", "nearest-nodes", "matrix-factorisation", "ridge-ar"),
                NamedImputers.simple().stream().map(ImputerSpec::name).toList());
        assertEquals(MethodKind.MODEL, NamedImputers.kind("fgatt"));
        assertTrue(NamedImputers.hasEpochs("fgatt"));
        assertFalse(NamedImputers.hasEpochs("ridge-ar"));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        String message = assertThrows(IllegalArgumentException.class, () -> NamedImputers.of("magic")).getMessage();
        assertTrue(message.contains("ridge-ar") && message.endsWith("got magic"), message);
    }

    @Test
    void aFileOfAnotherKindIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.trivium");
        ModelFile.write(file, ModelContents.model("linear", 1, Map.of(), Map.of(), Map.of(), List.of()));
        String message = assertThrows(ModelFileException.class, () -> Imputer.load(file)).getMessage();
        assertTrue(message.endsWith("must be an imputer, got the kind linear"), message);
        ModelFile.write(file, ModelContents.model("fill-linear", 1, Map.of(), Map.of("step", "1"), Map.of(), List.of()));
        String entries = assertThrows(ModelFileException.class, () -> Imputer.load(file)).getMessage();
        assertTrue(entries.contains("preprocessing.json") && entries.contains("intervals"), entries);
    }
}
