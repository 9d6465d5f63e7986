package dev.trivium.timeseries.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.Signals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that says it runs on a processor for which XGBoost has no native library. */
class WithoutXgboostTest {

    /** Fits and saves. Started by the test in a process of its own, for a native library is loaded once. */
    public static void main(String[] args) throws IOException {
        Split split = Split.ratios(Signals.season(300), 0.6, 0.2);
        try (Forecaster model = new BoostedTreesSpec(24, 8).fit(split.train(), split.validation(), Training.seed(1))) {
            model.save(Path.of(args[0]));
        }
    }

    @Test
    void theForestIsFittedSilentlyAndItsFileSaysSo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("model.trivium");
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dos.arch=riscv64",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), WithoutXgboostTest.class.getName(), file.toString())
                .redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // the JVM would print that it picked them up
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the process must end within two minutes");
        } finally {
            process.destroyForcibly();
        }
        assertEquals("", Files.readString(output, StandardCharsets.UTF_8));
        assertEquals(0, process.exitValue());
        try (Forecaster model = Forecaster.load(file)) {
            assertEquals("a random forest of 40 trees: XGBoost's native library did not run where it was fitted", model.note().orElseThrow());
        }
    }
}
