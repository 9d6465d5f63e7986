package dev.trivium.data.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of a CSV file as text, one after another, for tables that are not series. Delimiter, header, encoding and compression are
 * found out as for {@link CsvSeries}; a table of any length takes the memory of one record. Close it. Not safe for several threads.
 */
public final class CsvRecords implements AutoCloseable {

    private final Sample sample;
    private final Rows rows;
    private final List<String> notes;
    private final boolean single;
    private boolean headerPending;
    private long blanksBefore;
    private long blankLine;
    private Optional<CsvRecord> held = Optional.empty();

    private CsvRecords(TextFile text, Dialect dialect) throws IOException {
        notes = text.notes();
        sample = Sample.take(text.file(), text.charset(), dialect);
        single = sample.width() == 1;
        headerPending = dialect.header() != HeaderRule.ABSENT;
        rows = Rows.of(text.file(), text.open(), sample.delimiter());
    }

    /**
     * Opens a file: plain, gzip, or a zip with one table. It is looked through once before, to find its encoding and whether it is whole.
     *
     * @param dialect how the file writes its table; decimal mark and missing markers are not used here
     * @throws CsvFormatException if it is no table; the message has the file
     * @throws IOException        if the disk fails
     */
    public static CsvRecords open(Path path, Dialect dialect) throws IOException {
        return new CsvRecords(TextFile.of(path, dialect.encoding()), dialect);
    }

    /** {@return the names of the columns without blanks around them; {@code c1}, {@code c2}, … if the file has no header} */
    public List<String> header() {
        return sample.header();
    }

    /** {@return what stands between fields} */
    public char delimiter() {
        return sample.delimiter();
    }

    /** {@return what was decided about the file that a reader should know; empty if nothing} */
    public List<String> notes() {
        return notes;
    }

    /**
     * {@return the next record; empty at the end} Lines without anything are left out; in a table of one column, where they may be an
     * empty value, those at the end only.
     *
     * @throws CsvFormatException if the text cannot be cut into fields, such as after a quote that is never closed
     * @throws IOException        if the disk fails
     */
    public Optional<CsvRecord> next() throws IOException {
        if (held.isEmpty()) {
            held = read();
        }
        if (held.isPresent() && blanksBefore > 0) {
            blanksBefore--;
            return Optional.of(new CsvRecord(blankLine++, List.of("")));
        }
        Optional<CsvRecord> record = held;
        held = Optional.empty();
        return record;
    }

    private Optional<CsvRecord> read() throws IOException {
        for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
            Row row = next.get();
            if (row.size() <= 1 && row.blank()) {
                if (single && !headerPending) {
                    blankLine = blanksBefore++ == 0 ? row.line() : blankLine;
                }
            } else if (headerPending) {
                headerPending = row.blank(); // the header is the first line that holds anything
            } else {
                return Optional.of(new CsvRecord(row.line(), cells(row)));
            }
        }
        return Optional.empty();
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.field(i));
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
