package dev.trivium.reproduce.intervals;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.trivium.reproduce.record.CsvText;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** Lines as a CSV file, in the order given. */
final class LinesFile {

    private static final List<String> HEADER = List.of("case", "method", "seed", "variant", "nominal", "over", "points", "share", "width", "epochs",
            "best_epoch", "fit_seconds", "threads", "commit", "machine", "versions");

    private LinesFile() {}

    /**
     * {@return the lines in a file; none if there is no such file}
     *
     * @throws IOException naming file and line, if a line is not one of this study
     */
    static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            return lines;
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord record : csv) {
                try {
                    lines.add(line(record));
                } catch (NoSuchElementException | IllegalArgumentException e) {
                    throw new IOException(file + ", line " + record.getStartingLineNumber() + ": " + e.getMessage(), e);
                }
            }
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return lines;
    }

    private static Line line(NamedCsvRecord record) {
        return new Line(Cases.parse(record.getField("case")).title(), record.getField("method"), Long.parseLong(record.getField("seed")),
                record.getField("variant"), number(record, "nominal"), record.getField("over"), Long.parseLong(record.getField("points")),
                number(record, "share"), number(record, "width"),
                new Line.Fit(whole(record, "epochs"), whole(record, "best_epoch"), number(record, "fit_seconds")),
                new Line.Origin(whole(record, "threads"), record.getField("commit"), record.getField("machine"), record.getField("versions")));
    }

    private static int whole(NamedCsvRecord record, String field) {
        return Integer.parseInt(record.getField(field));
    }

    private static double number(NamedCsvRecord record, String field) {
        String text = record.getField(field);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /**
     * Writes lines, whole or not at all; a file of that name is replaced.
     *
     * @throws IOException naming the file, if it cannot be written
     */
    static void write(Path file, List<Line> lines) throws IOException {
        List<List<String>> cells = new ArrayList<>(List.of(HEADER));
        lines.forEach(line -> cells.add(List.of(line.study(), line.method(), Long.toString(line.seed()), line.variant(), Double.toString(line.nominal()),
                line.over(), Long.toString(line.points()), text(line.share(), 5), text(line.width(), 5), Integer.toString(line.fit().epochs()),
                Integer.toString(line.fit().bestEpoch()), text(line.fit().seconds(), 1), Integer.toString(line.origin().threads()),
                line.origin().commit(), line.origin().machine(), line.origin().versions())));
        TextFile.write(file, CsvText.of(cells));
    }

    private static String text(double value, int digits) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
