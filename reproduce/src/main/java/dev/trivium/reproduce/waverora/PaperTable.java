package dev.trivium.reproduce.waverora;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;

/** The paper's table II, from {@code published.csv}: eight data sets, four horizons each. */
final class PaperTable {

    private final List<PaperRow> rows;

    private PaperTable(List<PaperRow> rows) {
        this.rows = rows;
    }

    static PaperTable read() throws IOException {
        try (InputStream in = PaperTable.class.getResourceAsStream("published.csv")) {
            if (in == null) {
                throw new IOException("the jar must hold dev/trivium/reproduce/waverora/published.csv, got none");
            }
            try (CsvReader<NamedCsvRecord> csv =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return new PaperTable(csv.stream().map(PaperTable::row).toList());
            }
        }
    }

    private static PaperRow row(NamedCsvRecord line) {
        String authors = line.getField("authors_mse");
        return new PaperRow(new Setting(line.getField("dataset"), Integer.parseInt(line.getField("horizon"))),
                new Score(number(line, "mse"), number(line, "mae")),
                authors.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(authors)), number(line, "mse_limit"));
    }

    private static double number(NamedCsvRecord line, String field) {
        return Double.parseDouble(line.getField(field));
    }

    /** {@return all rows, in the order of the table} */
    List<PaperRow> rows() {
        return rows;
    }

    /** {@return the row of a setting; case of the data set's name does not matter} */
    PaperRow row(Setting wanted) {
        return rows.stream()
                .filter(row -> row.setting().horizon() == wanted.horizon()
                        && row.setting().dataset().equalsIgnoreCase(wanted.dataset()))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("setting must be one of the paper's, "
                        + rows.stream().map(row -> row.setting().dataset()).distinct().toList() + " with a horizon of 96, 192, 336 or 720,"
                        + " got " + wanted));
    }
}
