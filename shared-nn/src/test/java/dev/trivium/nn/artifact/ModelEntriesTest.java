package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelEntriesTest {

    private final Path file = Path.of("m.trivium");
    private final ModelEntries entries = new ModelEntries(file, ModelContents.model("linear", 1, settings(), Map.of(), Map.of(),
            List.of(StoredTensor.floats("w", new long[] {2, 3}, new float[6]))));

    private static Map<String, @Nullable Object> settings() {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        settings.put("horizon", 3L);
        settings.put("season", null);
        return settings;
    }

    @Test
    void whatIsNullIsLeftOut() {
        assertEquals(Map.of("horizon", 3L), entries.spec());
    }

    @Test
    void aValueIsMadeOfAnEntry() throws ModelFileException {
        assertEquals(3L, entries.<Object>parse(ModelEntries.SPEC, () -> entries.spec().get("horizon")));
    }

    @Test
    void theInnermostCauseSaysWhatIsWrongInOneLine() {
        assertEquals("m.trivium: spec.json: must describe a linear model: horizon must be positive", refusal(() -> {
            throw new IllegalArgumentException("outer", new IllegalStateException("horizon must be positive\n at line 1"));
        }));
    }

    @Test
    void aMissingObjectIsRefused() {
        assertEquals("m.trivium: spec.json: must describe a linear model: an object is missing", refusal(() -> null));
    }

    @Test
    void aNetworkLargerThanItsTensorsIsRefused() throws ModelFileException {
        entries.requireNumbers(6);
        ModelFileException refused = assertThrows(ModelFileException.class, () -> entries.requireNumbers(7));
        assertEquals("m.trivium: spec.json: must describe a network of the 6 numbers in weights.safetensors, got one of at least 7", refused.getMessage());
    }

    private String refusal(Supplier<@Nullable Object> value) {
        return assertThrows(ModelFileException.class, () -> entries.parse(ModelEntries.SPEC, value)).getMessage();
    }
}
