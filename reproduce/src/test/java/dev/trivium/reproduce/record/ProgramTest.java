package dev.trivium.reproduce.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ProgramTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Command(header = "A program.")
    private record Steps(@Mixin RunOptions options, Callable<Integer> step) implements Callable<Integer> {

        @Override
        public Integer call() throws Exception {
            return step.call();
        }
    }

    private int run(Callable<Integer> call, String... arguments) {
        return Program.run(printed -> new Steps(new RunOptions(1), call), stream(output), stream(errors), arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** What a failure prints, which is one line on stderr alone. */
    private String failure(Exception failure) {
        errors.reset();
        assertEquals(1, run(() -> {
            throw failure;
        }));
        String text = errors.toString(StandardCharsets.UTF_8);
        assertEquals(1, text.lines().count(), text);
        assertEquals(0, output.size());
        return text.strip();
    }

    @Test
    void theExitCodeIsTheProgramsAndAnUnknownOptionIsUsage() {
        assertEquals(1, run(() -> 1));
        assertEquals(2, run(() -> 0, "--moon"));
        assertTrue(errors.toString(StandardCharsets.UTF_8).startsWith("Unknown option: '--moon'"), () -> errors.toString(StandardCharsets.UTF_8));
        assertEquals(0, run(() -> 0, "--help"));
        assertTrue(output.toString(StandardCharsets.UTF_8).startsWith("A program."), () -> output.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aRefusalIsItsOwnWords() {
        assertEquals("run.sh: seeds must be distinct, got 1, 1", failure(new IllegalArgumentException("seeds must be distinct, got 1, 1")));
        assertEquals("run.sh: a.csv, line 3: no number", failure(new UncheckedIOException(new IOException("a.csv, line 3: no number"))));
    }

    @Test
    void aFileThatIsNotThereOrNoFolderIsSaidInWords() throws IOException {
        Path none = folder.resolve("settings.csv");
        assertEquals("run.sh: " + none + ": must be there, got no such file", failure(thrownBy(() -> Files.readString(none))));
        Path file = Files.writeString(folder.resolve("out"), "");
        assertEquals("run.sh: " + file + ": must be a folder, got a file", failure(thrownBy(() -> Files.createDirectories(file).toString())));
    }

    private static Exception thrownBy(Callable<String> call) {
        try {
            throw new AssertionError("must be refused, got " + call.call());
        } catch (Exception e) {
            return e;
        }
    }

    @Test
    void whatIsNoRefusalKeepsItsType() {
        assertEquals("run.sh: unexpected ArithmeticException: / by zero", failure(new ArithmeticException("/ by zero")));
        assertEquals("run.sh: unexpected IllegalArgumentException: null", failure(new IllegalArgumentException()));
    }
}
