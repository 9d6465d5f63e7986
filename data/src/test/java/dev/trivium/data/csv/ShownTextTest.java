package dev.trivium.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownTextTest {

    @Test
    void whatCouldSteerATerminalIsEscapedAndEndlessTextIsCut() {
        assertEquals("got \\u001b[2Jé\ud83d\ude00\\u202e", ShownText.of("got \u001b[2Jé\ud83d\ude00\u202e"));
        assertEquals(1503, ShownText.of("x".repeat(100_000)).length());
    }

    @Test
    void aRefusedTableIsQuotedThatWay(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("t.csv");
        Files.writeString(table, "date,a\n2020-01-01,1\n2020-01-02,2\n2020-01-03,9\u001b[31m" + "9".repeat(50_000) + "\n", StandardCharsets.UTF_8);
        String message = assertThrows(CsvFormatException.class, () -> CsvSeries.read(table, CsvOptions.defaults())).getMessage();
        assertTrue(message.startsWith(table.toString()) && message.contains("\\u001b") && message.length() < 2000, message);
    }
}
