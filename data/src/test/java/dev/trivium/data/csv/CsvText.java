package dev.trivium.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A file with a text, to be read or refused. */
record CsvText(Path path) {

    static CsvText of(Path folder, String text) throws IOException {
        return of(folder, text, StandardCharsets.UTF_8);
    }

    static CsvText of(Path folder, String text, Charset charset) throws IOException {
        return new CsvText(Files.write(folder.resolve("table.csv"), text.getBytes(charset)));
    }

    CsvReading read() throws IOException {
        return read(CsvOptions.defaults());
    }

    CsvReading read(CsvOptions options) throws IOException {
        return CsvSeries.read(path, options);
    }

    List<String> labels(CsvOptions options) throws IOException {
        CsvReading reading = read(options);
        return IntStream.range(0, reading.series().length()).mapToObj(reading.series().time()::label).toList();
    }

    /** Asserts that the file is refused with exactly this message after its own name. */
    void refused(String message) {
        refused(CsvOptions.defaults(), message);
    }

    void refused(CsvOptions options, String message) {
        assertEquals(path + message, failure(options));
    }

    /** Asserts that the file is refused and the message holds these parts. */
    void refusedWith(CsvOptions options, String... parts) {
        String message = failure(options);
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "\"" + message + "\" must contain \"" + part + "\"");
        }
    }

    private String failure(CsvOptions options) {
        return assertThrows(CsvFormatException.class, () -> read(options)).getMessage();
    }
}
