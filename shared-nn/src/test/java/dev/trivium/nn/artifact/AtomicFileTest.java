package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    /** Writes a model file and stops the whole process, as a kill does, at the stage and byte it is told. */
    static final class DyingWriter {

        public static void main(String[] arguments) throws IOException {
            WriteObserver.Stage stage = WriteObserver.Stage.valueOf(arguments[1]);
            long limit = Long.parseLong(arguments[2]);
            ModelFile.write(Path.of(arguments[0]), model(2), (reached, bytes) -> {
                if (reached == stage && bytes >= limit) {
                    Runtime.getRuntime().halt(9);
                }
            });
        }
    }

    @Test
    void aProcessThatDiesLeavesTheOldFileOrTheNewOne() throws Exception {
        Path file = folder.resolve("model.trivium");
        String[][] deaths = {{"WRITING", "1"}, {"WRITING", "100000"}, {"WRITING", "400000"}, {"SYNCED", "0"}, {"MOVED", "0"}};
        for (String[] death : deaths) {
            ModelFile.write(file, model(1));
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), DyingWriter.class.getName(), file.toString(), death[0], death[1])
                    .inheritIO().start();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(9, process.exitValue());
            assertEquals(model(death[0].equals("MOVED") ? 2 : 1), ModelFile.read(file), String.join(" ", death));
        }
    }

    @Test
    void anAbandonedWriteLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("model.trivium");
        ModelFile.write(file, model(1));
        var e = assertThrows(IOException.class, () -> ModelFile.write(file, model(2), (stage, bytes) -> {
            if (bytes > 200_000) {
                throw new IOException("disk full");
            }
        }));
        assertEquals("disk full", e.getMessage());
        assertEquals(model(1), ModelFile.read(file));
        assertEquals(List.of("model.trivium"), names());
    }

    @Test
    void theObserverSeesEveryStageInOrder() throws IOException {
        List<WriteObserver.Stage> stages = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        Path file = folder.resolve("model.trivium");
        ModelFile.write(file, model(1), (stage, bytes) -> {
            stages.add(stage);
            sizes.add(bytes);
        });
        assertEquals(List.of(WriteObserver.Stage.SYNCED, WriteObserver.Stage.MOVED), stages.subList(stages.size() - 2, stages.size()));
        assertEquals(sizes.stream().sorted().toList(), sizes);
        assertEquals(Files.size(file), sizes.get(sizes.size() - 1));
        assertTrue(stages.size() > 10);
    }

    @Test
    void anInterruptDoesNotTearAWrite() throws IOException {
        Path file = folder.resolve("model.trivium");
        Thread.currentThread().interrupt();
        try {
            ModelFile.write(file, model(1));
            assertTrue(Thread.currentThread().isInterrupted());
        } finally {
            Thread.interrupted();
        }
        assertEquals(model(1), ModelFile.read(file));
    }

    @Test
    void removesOnlyItsOwnOldLeftovers() throws IOException {
        Path old = leftover(".model.trivium.123e4567-e89b-12d3-a456-426614174000.tmp", 7200);
        Path fresh = leftover(".model.trivium.123e4567-e89b-12d3-a456-426614174001.tmp", 60);
        Path other = leftover(".other.trivium.123e4567-e89b-12d3-a456-426614174000.tmp", 7200);
        Path foreign = leftover(".model.trivium.mine.tmp", 7200);
        ModelFile.write(folder.resolve("model.trivium"), model(1));
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(fresh) && Files.exists(other) && Files.exists(foreign));
    }

    @Test
    void refusesATargetThatCannotBeAFile() throws IOException {
        Path inNowhere = folder.resolve("none/model.trivium");
        var e = assertThrows(ModelFileException.class, () -> ModelFile.write(inNowhere, model(1)));
        assertEquals(inNowhere + ": file: target must be a file name in an existing folder", e.getMessage());
        assertThrows(ModelFileException.class, () -> ModelFile.write(folder, model(1)));
    }

    private Path leftover(String name, long age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(age)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static ModelContents model(int value) {
        float[] weights = new float[200_000];
        Arrays.fill(weights, value);
        return ModelContents.model("toy", 1, Map.of("value", value), Map.of(), Map.of(),
                List.of(StoredTensor.floats("w", new long[] {200_000}, weights)));
    }
}
