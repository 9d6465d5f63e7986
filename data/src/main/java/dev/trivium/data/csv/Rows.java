package dev.trivium.data.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The records of a text one after another, blank ones included; closes the text. */
final class Rows implements AutoCloseable {

    private static final int LONGEST_FIELD = 1 << 20;

    private final CsvFile file;
    private final CloseableIterator<Row> iterator;
    private long line;

    private Rows(CsvFile file, Reader text, char delimiter) throws IOException {
        this.file = file;
        try {
            iterator = CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(false).allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_FIELD).build(new Row(), text).iterator();
        } catch (UncheckedIOException e) {
            text.close();
            throw e.getCause();
        }
    }

    static Rows of(CsvFile file, Reader text, char delimiter) throws IOException {
        return new Rows(file, text, delimiter);
    }

    static Rows of(CsvFile file, String text, char delimiter) throws IOException {
        return new Rows(file, new StringReader(text), delimiter);
    }

    /** The next record, valid until the call after; empty at the end. */
    Optional<Row> next() throws IOException {
        try {
            if (!iterator.hasNext()) {
                return Optional.empty();
            }
            Row row = iterator.next();
            line = row.line();
            return Optional.of(row);
        } catch (CsvParseException e) {
            throw file.error("cannot be cut into fields after line " + line + ": " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        iterator.close();
    }
}
