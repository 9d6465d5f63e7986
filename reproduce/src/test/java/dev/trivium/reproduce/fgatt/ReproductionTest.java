package dev.trivium.reproduce.fgatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.reproduce.record.Program;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTest {

    private static int run(Path folder, ByteArrayOutputStream errors, String... arguments) {
        String[] all = java.util.stream.Stream.concat(java.util.stream.Stream.of("--out", folder.toString(), "--home", folder.toString()),
                java.util.Arrays.stream(arguments)).toArray(String[]::new);
        PrintStream stream = new PrintStream(errors, true, StandardCharsets.UTF_8);
        return Program.run(Reproduction::new, stream, stream, all);
    }

    @Test
    void grinsProtocolMustBeAllowedByName(@TempDir Path folder) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        assertEquals(2, run(folder, errors, "--study", "fgatt-aqi36"));
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("--allow must name masked-training-values for setting grin, got []"),
                errors.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aSettingOfTheOtherFolderIsRefused(@TempDir Path folder) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        assertEquals(2, run(folder, errors, "--study", "fgatt-wireless", "--settings", "strict"));
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("--settings must be among [block, outage], got [strict]"));
    }
}
