package dev.trivium.data.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How a file turned out to be written.
 *
 * @param charset     the encoding it was read in
 * @param delimiter   between fields
 * @param decimal     the decimal mark
 * @param timeColumns the headers of the time column or columns; none if rows were numbered
 * @param timeFormat  the form of the stamps as {@link TimeOptions#format} takes it; empty if rows were numbered
 */
public record CsvFormat(Charset charset, char delimiter, char decimal, List<String> timeColumns, Optional<String> timeFormat) {

    /** Copies the list. */
    public CsvFormat {
        timeColumns = List.copyOf(timeColumns);
    }
}
