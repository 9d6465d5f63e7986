package dev.trivium.nn.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivium.nn.average.Averaging;
import dev.trivium.nn.average.WeightAverage;
import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongTrainingTest {

    private static final Path STATUS = Path.of("/proc/self/status");

    private static Parameters model() {
        Parameters parameters = Parameters.create(Compute.cpu(), 3);
        parameters.add("large", Initial.normal(1), 128, 128);
        parameters.add("small", Initial.normal(1), 128);
        return parameters;
    }

    private static void train(Parameters p, Optimizer optimizer, WeightAverage average, int steps) {
        for (int i = 0; i < steps; i++) {
            try (Scope scope = Scope.open(p.compute()); Tape tape = Tape.record()) {
                Tensor loss = p.get("large").square().mean().add(p.get("small").sum().square());
                optimizer.step(loss, 1e-3, i % 2 == 0 ? 1 : Double.POSITIVE_INFINITY);
            }
            average.afterStep();
        }
    }

    @Test // one gradient of 64 kB kept per step would be 160 MB, one of 512 bytes 1.3 MB
    void keepsMemoryFlatOverTenThousandSteps(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(STATUS), "skipped: resident memory is read from " + STATUS);
        Path report = folder.resolve("growth");
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-Xms64m",
                "-XX:+AlwaysPreTouch", "-cp", System.getProperty("java.class.path"), LongTrainingTest.class.getName(), report.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile()).start();
        assertEquals(0, child.waitFor(), () -> read(folder.resolve("output")));
        long grown = Long.parseLong(Files.readString(report));
        assertTrue(grown < 1_000, "resident memory grew by " + grown + " kB in each 2,500 steps");
    }

    /**
     * Trains in a process of its own, whose heap does not grow, and writes the smallest
     * growth of resident memory in kilobytes: a leak grows every time, a compiler or an arena once.
     */
    public static void main(String[] arguments) throws IOException {
        try (Parameters p = model(); Optimizer adam = new AdamW(p, AdamSettings.standard().withWeightDecay(0.01));
                WeightAverage average = new Averaging.Exponential(0.99).start(p)) {
            train(p, adam, average, 4_000);
            long smallest = Long.MAX_VALUE;
            for (int i = 0; i < 4; i++) {
                long before = residentKilobytes();
                train(p, adam, average, 2_500);
                smallest = Math.min(smallest, residentKilobytes() - before);
            }
            Files.writeString(Path.of(arguments[0]), Long.toString(smallest));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long residentKilobytes() throws IOException {
        try (Stream<String> lines = Files.lines(STATUS)) {
            String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", ""));
        }
    }

    @Test
    void givesTheSameBitsOnTwoThreadsAtOnceAsAlone() throws Exception {
        float[] alone = trained();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<float[]> job = LongTrainingTest::trained;
            for (Future<float[]> result : threads.invokeAll(List.of(job, job))) {
                assertArrayEquals(alone, result.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    private static float[] trained() {
        try (Parameters p = model(); Optimizer adam = new Adam(p, AdamSettings.standard());
                WeightAverage average = new Averaging.Exponential(0.9).start(p)) {
            train(p, adam, average, 300);
            return p.get("large").toFloats();
        }
    }
}
