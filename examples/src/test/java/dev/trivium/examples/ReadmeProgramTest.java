package dev.trivium.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java program of the README is the first example, line by line: so it compiles. */
class ReadmeProgramTest {

    @Test
    void isTheBodyOfTheFirstExample() throws IOException {
        Path root = root();
        Matcher block = Pattern.compile("(?ms)^```java$(.*?)^```$").matcher(Files.readString(root.resolve("README.md")));
        assertTrue(block.find(), "README.md must hold a Java program");
        List<String> example = Files.readAllLines(root.resolve("examples/src/main/java/dev/trivium/examples/E01_Forecast.java"));
        List<String> body = example.subList(example.indexOf("    public static void main(String[] arguments) throws IOException {") + 1,
                example.lastIndexOf("    }"));
        assertEquals(block.group(1).strip(), String.join("\n", body).stripIndent().strip());
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".ci"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the root of the repository");
        }
        return folder;
    }
}
