/**
 * Reads series from CSV files and writes them.
 *
 * <p>{@link dev.trivium.data.csv.CsvSeries#read} takes a plain, {@code .gz} or {@code .zip} file in wide layout (a time column and one column
 * a series) or long layout (a time column, a column that names the series, value columns). What a file leaves open is found out and
 * reported: delimiter, decimal mark, time column, form of the dates, step. What can be understood in two ways is refused with both readings
 * and the option that decides; what cannot be understood is refused with file and line. Nothing is guessed silently: every decision that
 * changed what was read is a note of the {@link dev.trivium.data.csv.CsvReading}.
 *
 * <p>Stamps must increase and lie on a regular grid, whose step is the most frequent one of the file. Rows that the file leaves out become
 * rows of missing values.
 */
@NullMarked
package dev.trivium.data.csv;

import org.jspecify.annotations.NullMarked;
