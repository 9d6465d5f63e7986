package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonObjectsTest {

    @Test
    void whatIsWrittenEqualsWhatIsReadBack() throws IOException {
        Map<String, Object> object = new HashMap<>(Map.of("int", 1, "long", Long.MIN_VALUE, "float", 0.1f, "double", 1e-310, "text", "é\n",
                "list", Arrays.asList(1, null, List.of()), "map", Map.of("z", true, "a", -0.0)));
        object.put("nothing", null);
        var canonical = JsonObjects.canonical("spec", object);
        assertEquals(canonical, JsonObjects.read(JsonObjects.write(canonical), new Refusal("f", "spec.json")));
        assertEquals((double) 0.1f, canonical.get("float"));
        assertEquals(1L, canonical.get("int"));
    }

    @Test
    void keysAreSortedAndLinesEndTheSameEverywhere() {
        byte[] json = JsonObjects.write(JsonObjects.canonical("spec", Map.of("b", List.of(1, 2), "a", Map.of("c", "d"))));
        assertEquals("{\n  \"a\" : {\n    \"c\" : \"d\"\n  },\n  \"b\" : [ 1, 2 ]\n}\n", new String(json, StandardCharsets.UTF_8));
    }

    @Test
    void refusesWhatJsonCannotHold() {
        assertRefused("spec.a.b[1] must be finite, got NaN", Map.of("a", Map.of("b", List.of(1, Double.NaN))));
        assertRefused("spec.a must be finite, got Infinity", Map.of("a", Float.POSITIVE_INFINITY));
        assertRefused("spec.a must be text, a boolean, a number of at most 64 bits, a list, a map or null, got java.math.BigInteger",
                Map.of("a", BigInteger.TEN));
        assertRefused("spec.a must have keys that are text, got 1", Map.of("a", Map.of(1, 2)));
        assertRefused("spec.a must be text without half surrogates", Map.of("a", "\ud800"));
        Map<String, Object> deep = Map.of();
        for (int i = 0; i < 64; i++) {
            deep = Map.of("a", deep);
        }
        assertEquals("spec" + ".a".repeat(64) + " must be nested at most 64 deep", refusal(deep));
    }

    private static void assertRefused(String message, Map<String, ?> object) {
        assertEquals(message, refusal(object));
    }

    private static String refusal(Map<String, ?> object) {
        return assertThrows(IllegalArgumentException.class, () -> JsonObjects.canonical("spec", object)).getMessage();
    }
}
