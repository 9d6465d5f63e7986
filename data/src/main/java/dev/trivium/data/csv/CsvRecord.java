package dev.trivium.data.csv;

import java.util.List;

/**
 * One record of a CSV file as text.
 *
 * @param line  the line of the file on which it starts, counted from 1
 * @param cells its fields without blanks around them, as many as the record has, which need not be as many as the header's
 */
public record CsvRecord(long line, List<String> cells) {

    /** Copies the cells. */
    public CsvRecord {
        cells = List.copyOf(cells);
    }
}
