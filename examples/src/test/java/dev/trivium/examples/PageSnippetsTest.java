package dev.trivium.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Java on README.md and the pages of docs stands, line by line, in a program that a test runs: an example of this module, or a test that is
 * named here.
 */
class PageSnippetsTest {

    private static final Pattern JAVA = Pattern.compile("(?ms)^```java$(.*?)^```$");
    private static final List<String> TESTS = List.of("shared-nn/src/test/java/dev/trivium/nn/artifact/ModelFilePageTest.java",
            "timeseries/src/test/java/dev/trivium/timeseries/FingerprintTest.java");

    @Test
    void everySnippetIsPartOfAProgramThatIsRun() throws IOException {
        Path root = root();
        List<String> programs = new ArrayList<>();
        try (Stream<Path> examples = Files.walk(root.resolve("examples/src/main/java"))) {
            for (Path file : examples.filter(each -> String.valueOf(each.getFileName()).matches("E\\d\\d_.*\\.java")).toList()) {
                programs.add(lines(Files.readString(file)));
            }
        }
        for (String test : TESTS) {
            programs.add(lines(Files.readString(root.resolve(test))));
        }
        List<String> strangers = new ArrayList<>();
        int snippets = 0;
        for (Path page : pages(root)) {
            Matcher block = JAVA.matcher(Files.readString(page));
            for (; block.find(); snippets++) {
                String snippet = lines(block.group(1));
                if (programs.stream().noneMatch(program -> program.contains(snippet))) {
                    strangers.add(page.getFileName() + ": " + block.group(1));
                }
            }
        }
        assertEquals(List.of(), strangers, "must stand in an example or in one of " + TESTS);
        assertTrue(snippets > 0, "the pages show Java");
    }

    /** Without indentation, empty lines and comments at the end. */
    private static String lines(String text) {
        return text.lines().map(line -> line.replaceAll("\\s+// .*$", "").strip()).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static List<Path> pages(Path root) throws IOException {
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(Stream.of(root.resolve("README.md")), docs.filter(file -> file.toString().endsWith(".md")).sorted()).toList();
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".ci"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the root of the repository");
        }
        return folder;
    }
}
