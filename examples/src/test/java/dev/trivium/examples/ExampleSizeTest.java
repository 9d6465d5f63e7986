package dev.trivium.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Examples are numbered without a hole, fit on two screens, and are each run by a test of this module. */
class ExampleSizeTest {

    private static final int MOST_LINES = 100;

    @Test
    void everyExampleIsShortNumberedAndRun() throws IOException {
        List<String> names = new ArrayList<>();
        String tests = sources(Path.of("src/test/java")).stream().map(ExampleSizeTest::text).reduce("", String::concat);
        for (Path source : sources(Path.of("src/main/java")).stream().filter(file -> name(file).startsWith("E")).sorted().toList()) {
            long lines = Files.readAllLines(source).size();
            assertTrue(lines < MOST_LINES, source + " must have less than " + MOST_LINES + " lines, got " + lines);
            String example = name(source).replace(".java", "");
            assertTrue(tests.contains(example + "::main") || tests.contains(example + ".main(") || tests.contains(example + ".class"),
                    example + " must be run by a test");
            names.add(example.substring(0, 3));
        }
        assertEquals(List.of("E01", "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E09"), names);
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
