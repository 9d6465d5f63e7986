package dev.trivium.reproduce.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Lines of cells as the text of a CSV file, and back. */
public final class CsvText {

    private CsvText() {}

    /** {@return the text; lines end with a line feed} */
    public static String of(List<List<String>> lines) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            lines.forEach(csv::writeRecord);
        }
        return text.toString();
    }

    /**
     * {@return what is made of every line of a file but the first, which names the columns}
     *
     * @throws IOException naming file and line, if a line has too few cells or is refused
     */
    public static <T> List<T> read(Path file, Function<Cells, T> reader) throws IOException {
        List<T> all = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                try {
                    all.add(reader.apply(new Cells(line)));
                } catch (NoSuchElementException | IllegalArgumentException e) {
                    throw new IOException(file + ", line " + line.getStartingLineNumber() + ": " + e.getMessage(), e);
                }
            }
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return all;
    }
}
