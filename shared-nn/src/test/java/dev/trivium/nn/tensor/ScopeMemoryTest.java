package dev.trivium.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures in a process of its own with a small Java heap, so that what grows is native memory. */
class ScopeMemoryTest {

    private static final Path RESIDENT = Path.of("/proc/self/statm");
    private static final int PAGE_KIB = 4;

    @Test
    void nativeMemoryIsFlatOverManyScopes(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isReadable(RESIDENT), "resident memory is read from /proc");
        Path result = folder.resolve("kib");
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-Xms64m", "-XX:+AlwaysPreTouch"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classes, ScopeMemoryTest.class.getName(), result.toString()));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
        long grown = Long.parseLong(Files.readString(result));
        assertTrue(grown < 2_048, () -> "grew by " + grown + " KiB in each 5,000 scopes"); // held, their tensors are 3.5 GB
    }

    /** Writes the smallest growth in KiB of four times 5,000 training steps: a leak grows every time, a compiler or an arena once. */
    public static void main(String[] arguments) throws IOException {
        work(5_000);
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long before = residentKib();
            work(5_000);
            smallest = Math.min(smallest, residentKib() - before);
        }
        Files.writeString(Path.of(arguments[0]), Long.toString(smallest));
    }

    private static void work(int steps) {
        float[] values = new float[64 * 512];
        for (int i = 0; i < steps; i++) {
            try (Scope scope = Scope.open(Compute.cpu()); Tape tape = Tape.record()) {
                Tensor leaf = scope.tensor(values, 64, 512).requireGradient();
                tape.backward(leaf.tanh().square().add(leaf).mean());
                leaf.gradient();
            }
        }
    }

    private static long residentKib() throws IOException {
        System.gc();
        return Long.parseLong(Files.readString(RESIDENT).split(" ")[1]) * PAGE_KIB;
    }
}
