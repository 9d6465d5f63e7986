package dev.trivium.timeseries.waverora;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.split.Split;
import dev.trivium.nn.artifact.WriteObserver;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.nn.wavelet.Wavelet;
import dev.trivium.timeseries.Signals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that is killed and resumed ends with the bits of training that never was. {@code benchmarks} has a longer form of it. */
class KilledTrainingTest {

    private static final int EPOCHS = 14;
    private static final int HALTED = 9;

    @TempDir
    private Path folder;

    private static WaveRoraForecaster fit(Training training) throws IOException {
        Architecture small = new Architecture(new Decomposition(Wavelet.SYM3, 2, 8), new EncoderSettings(1, 16, 2, 2, 16, 3, 0.2),
                Variant.full(), Quirks.published());
        WaveRoraSpec spec = new WaveRoraSpec(24, 8, small, new Recipe(1e-3, EPOCHS, EPOCHS, 8));
        Split split = Split.at(Signals.season(240), 150, 200, 240);
        return WaveRoraFitting.fit(spec, split.train(), split.validation(), training);
    }

    private static Training training(Path checkpoint, TrainingMonitor monitor) {
        Training training = Training.seed(3).withDevice("cpu").withCheckpoint(checkpoint).withMonitor(monitor);
        return Files.exists(checkpoint) ? training.withResume(checkpoint) : training;
    }

    /** Arguments: the checkpoint, and after how many bytes of its second write the process stops; 0 for never. */
    static final class Victim {

        public static void main(String[] arguments) throws IOException {
            fit(training(Path.of(arguments[0]), new Halting(Long.parseLong(arguments[1])))).close();
        }
    }

    private static final class Halting implements TrainingMonitor {

        private final long limit;
        private int writes;

        Halting(long limit) {
            this.limit = limit;
        }

        @Override
        public void stepped(Progress progress) {
            System.out.println(progress.epoch());
        }

        @Override
        public void saving(WriteObserver.Stage stage, long bytes) {
            if (limit > 0 && writes == 1 && stage == WriteObserver.Stage.WRITING && bytes >= limit) {
                Runtime.getRuntime().halt(HALTED);
            }
            writes += stage == WriteObserver.Stage.MOVED ? 1 : 0;
        }
    }

    private static Process start(Path checkpoint, long limit) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Victim.class.getName(), checkpoint.toString(), String.valueOf(limit)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void killAfter(int steps, Path checkpoint) throws IOException, InterruptedException {
        Process process = start(checkpoint, 0);
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < steps; i++) {
                assertTrue(out.readLine() != null, "still training after step " + i);
            }
            process.destroyForcibly(); // SIGKILL
            process.waitFor();
        }
    }

    private static void haltInAWrite(long bytes, Path checkpoint) throws IOException, InterruptedException {
        Process process = start(checkpoint, bytes);
        process.getInputStream().readAllBytes();
        assertEquals(HALTED, process.waitFor());
        try (Stream<Path> files = Files.list(checkpoint.getParent())) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().endsWith(".tmp")), "the write was under way");
        }
    }

    @Test
    void trainingKilledFourTimesAtRandomAndTwiceInAWriteEndsBitEqual() throws Exception {
        Random random = new Random(2);
        Path checkpoint = folder.resolve("run.trivium");
        for (int kill = 0; kill < 6; kill++) {
            if (kill % 3 == 1) {
                haltInAWrite(1 + random.nextInt((int) Files.size(checkpoint) - 1), checkpoint);
            } else {
                killAfter(16 + random.nextInt(14), checkpoint);
            }
        }
        try (WaveRoraForecaster uninterrupted = fit(Training.seed(3).withDevice("cpu"));
                WaveRoraForecaster resumed = fit(training(checkpoint, TrainingMonitor.SILENT))) {
            Map<String, float[]> expected = uninterrupted.parameters().snapshot();
            Map<String, float[]> actual = resumed.parameters().snapshot();
            assertEquals(expected.keySet(), actual.keySet());
            expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), name));
            assertArrayEquals(uninterrupted.predict(Signals.season(100)).mean().toArray(), resumed.predict(Signals.season(100)).mean().toArray());
        }
    }
}
