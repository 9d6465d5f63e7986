package dev.trivium.reproduce.record;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Lines of cells as the text of a CSV file. */
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
}
