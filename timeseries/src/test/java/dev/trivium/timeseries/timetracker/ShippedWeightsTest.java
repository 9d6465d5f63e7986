package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.timeseries.Signals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ShippedWeightsTest {

    /** A folder of the test classes, so that the class loader finds what is written there. */
    private static Path folder(String name) throws Exception {
        Path classes = Path.of(ShippedWeightsTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Files.createDirectories(classes.resolve("dev/trivium/timeseries/timetracker/" + name));
    }

    private static Path write(String name, String sum) throws Exception {
        Path folder = folder(name);
        Path weights = folder.resolve("weights.trivium");
        try (TimeTracker tracker = Tiny.tracker()) {
            tracker.save(weights);
        }
        String written = sum.isEmpty() ? ShippedWeights.sha256(Files.readAllBytes(weights)) : sum;
        Files.write(folder.resolve("weights.sha256"), (written + "  weights.trivium\n").getBytes(StandardCharsets.UTF_8));
        return weights;
    }

    @Test
    void weightsInsideTheModuleAreReadAfterTheirChecksumAndNeverClosed() throws Exception {
        Path file = write("good", "");
        TimeTracker tracker = ShippedWeights.read(ShippedWeightsTest.class, "good/", "cpu");
        tracker.close();
        assertEquals("shipped weights " + ShippedWeights.sha256(Files.readAllBytes(file)).substring(0, 8), tracker.origin());
        assertEquals(12, tracker.forecast(Signals.season(40), 12).mean().length());
    }

    @Test
    void damagedWeightsAreRefused() throws Exception {
        String zeros = "0".repeat(64);
        write("bad", zeros);
        var e = assertThrows(IOException.class, () -> ShippedWeights.read(ShippedWeightsTest.class, "bad/", "cpu"));
        assertTrue(e.getMessage().startsWith("weights.trivium inside the module must have SHA-256 " + zeros + ", got "), e.getMessage());
    }

    @Test
    void aModuleWithoutWeightsSaysSo() {
        var e = assertThrows(IllegalStateException.class, () -> ShippedWeights.read(ShippedWeightsTest.class, "none/", "cpu"));
        assertEquals("the module must hold trained weights, dev/trivium/timeseries/timetracker/none/weights.trivium, got none; "
                + "TimeTracker.load(file) reads other weights", e.getMessage());
    }

    @Test
    void theShippedWeightsAreLoadedOnceAndForecast() {
        Assumptions.assumeTrue(ShippedWeights.present(), "no weights are shipped yet");
        assertSame(TimeTracker.shipped(), TimeTracker.shipped());
        assertEquals(96, TimeTracker.shipped().forecast(Signals.season(512), 96).mean().length());
        assertTrue(!TimeTracker.shipped().provenance().isEmpty());
    }
}
