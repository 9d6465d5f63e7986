package dev.trivium.data.catalog;

import dev.trivium.data.csv.CsvOptions;
import dev.trivium.data.csv.CsvReading;
import dev.trivium.data.csv.CsvSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to read the main file of a data set as one multivariate series.
 *
 * @param file    name of the file that holds the series
 * @param options what there is to know about it
 * @param split   division of the rows in published results, if there is one
 */
public record Reading(String file, CsvOptions options, Optional<SplitRule> split) {

    /**
     * Reads the file.
     *
     * @param path where it lies
     * @throws IOException if it cannot be read
     */
    public CsvReading read(Path path) throws IOException {
        return CsvSeries.read(path, options);
    }
}
