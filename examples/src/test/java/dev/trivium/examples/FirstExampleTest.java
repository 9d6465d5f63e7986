package dev.trivium.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstExampleTest {

    /** In a process and a folder of its own, as it writes a file into the folder that it is started in. */
    @Test
    void fourteenDaysAreForecastAndAModelIsWritten(@TempDir Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), E01_Forecast.class.getName())
                .directory(folder.toFile()).redirectError(errors.toFile()).redirectOutput(out.toFile()).start(); // newer JDKs warn of native code
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "must end");
        List<String> lines = Files.readAllLines(out);
        assertEquals(14, lines.size(), () -> lines + " " + readable(errors));
        assertTrue(lines.stream().allMatch(line -> line.matches("2016-08-\\d\\d \\d+\\.\\d+")), lines.toString());
        assertEquals(0, process.exitValue());
        assertTrue(Files.size(folder.resolve("chicago.trivium")) > 0);
    }

    private static String readable(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
