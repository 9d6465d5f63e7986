package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

    private static final String SHA = "0123456789abcdef".repeat(4);

    @Test
    void describesTheRunAndTheSystem() {
        Provenance provenance = new Provenance(Map.of("trivium", "0.1.0", "djl", "0.35.1"), Map.of("horizon", 96), -5L,
                new Provenance.Data("ETTh1.csv", SHA, 2_589_657), Map.of("test.mse", 0.375));
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneId.of("Asia/Tokyo"));
        Map<String, Object> described = provenance.describe(clock);
        assertEquals(List.of("time", "versions", "java", "system", "seed", "data", "spec", "metrics"), List.copyOf(described.keySet()));
        assertEquals("2026-01-02T03:04:05Z", described.get("time"));
        assertEquals(-5L, described.get("seed"));
        assertEquals(Map.of("name", "ETTh1.csv", "sha256", SHA, "bytes", 2_589_657L), described.get("data"));
        assertEquals(System.getProperty("os.arch"), ((Map<?, ?>) described.get("system")).get("arch"));
        assertEquals(System.getProperty("java.vendor"), ((Map<?, ?>) described.get("java")).get("vendor"));
        assertEquals(described.get("data"), ModelContents.model("toy", 1, Map.of(), Map.of(), described, List.of()).provenance().get("data"));
    }

    @Test
    void refusesAScoreThatIsNoNumber() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Provenance(Map.of(), Map.of(), 1,
                new Provenance.Data("a", SHA, 1), Map.of("mse", Double.NaN)));
        assertEquals("metrics.mse must be finite, got NaN", e.getMessage());
    }

    @Test
    void refusesAHashOrSizeThatCannotBe() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Provenance.Data("a", "ABC", 1));
        assertEquals("sha256 must be 64 lower-case hexadecimal digits, got ABC", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new Provenance.Data("a", SHA, -1));
        assertEquals("bytes must be at least 0, got -1", e.getMessage());
    }
}
