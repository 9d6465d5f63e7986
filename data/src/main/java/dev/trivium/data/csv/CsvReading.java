package dev.trivium.data.csv;

import dev.trivium.data.series.SeriesSet;
import java.util.List;

/**
 * What was read from a CSV file.
 *
 * @param series       the values on their axis
 * @param format       how the file turned out to be written
 * @param rows         rows of the file that hold values; blank ones are not counted
 * @param insertedRows rows of missing values put where the file leaves stamps out
 * @param missingCells missing values in all, those of inserted rows among them
 * @param notes        what a user should know about how the file was understood, one sentence each; often none
 */
public record CsvReading(SeriesSet series, CsvFormat format, long rows, int insertedRows, long missingCells, List<String> notes) {

    /** Copies the notes. */
    public CsvReading {
        notes = List.copyOf(notes);
    }
}
