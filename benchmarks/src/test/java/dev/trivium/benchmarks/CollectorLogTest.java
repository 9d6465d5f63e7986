package dev.trivium.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorLogTest {

    @Test
    void theLeastOfEachStretchCounts(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("gc.log");
        Files.write(log, List.of("[0.010s][info][gc] Using G1", "[1.000s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 25M->9M(512M) 5.101ms",
                "[4.000s][info][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 90M->7M(512M) 4.2ms", "[6.000s][info][gc] GC(2) Concurrent Mark Cycle 7.0ms",
                "[9.000s][info][gc] GC(3) Pause Full (System.gc()) 90M->8M(512M) 4.2ms", "[10.000s][info][gc] GC(4) Pause Young (Normal) 90M->11M(512M) 4.2ms"));
        MemoryLine memory = CollectorLog.read(log, 2);
        assertArrayEquals(new double[] {4, 7}, memory.first());
        assertArrayEquals(new double[] {9, 8}, memory.last());
    }

    @Test
    void refusesALogWithoutACollection(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("gc.log");
        Files.write(log, List.of("[0.010s][info][gc] Using G1"));
        assertThrows(IOException.class, () -> CollectorLog.read(log, 2));
    }
}
