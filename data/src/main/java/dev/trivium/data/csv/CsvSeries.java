package dev.trivium.data.csv;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads and writes series as CSV files. See the package for what is found out and what is refused. */
public final class CsvSeries {

    private CsvSeries() {}

    /**
     * Reads a file: plain, gzip, or a zip with one table.
     *
     * @throws CsvFormatException       if the file cannot be read, or not in one way only; the message has file, line and remedy
     * @throws IOException              if the disk fails
     * @throws IllegalArgumentException if options contradict one another
     */
    public static CsvReading read(Path path, CsvOptions options) throws IOException {
        CsvFile file = new CsvFile(path);
        try {
            Optional<Charset> stated = options.dialect().encoding();
            return stated.isPresent() ? readAs(file, stated.get(), options) : readAsFound(file, options);
        } catch (NoSuchFileException e) {
            throw file.error("no such file");
        } catch (EOFException | ZipException e) {
            throw file.error("is a damaged compressed file: " + e.getMessage());
        }
    }

    private static CsvReading readAs(CsvFile file, Charset charset, CsvOptions options) throws IOException {
        try {
            return new TableReader(file, charset, options).read();
        } catch (CharacterCodingException e) {
            throw file.error("must be text in " + charset.name() + ", but " + Encoding.firstFault(file, charset));
        }
    }

    private static CsvReading readAsFound(CsvFile file, CsvOptions options) throws IOException {
        Optional<Charset> marked = Encoding.marked(file);
        if (marked.isPresent()) {
            return readAs(file, marked.get(), options);
        }
        try {
            return new TableReader(file, StandardCharsets.UTF_8, options).read();
        } catch (CharacterCodingException e) {
            CsvReading reading = readAs(file, StandardCharsets.ISO_8859_1, options);
            List<String> notes = new ArrayList<>();
            notes.add("the text is read as ISO-8859-1, for " + Encoding.firstFault(file, StandardCharsets.UTF_8)
                    + "; another encoding can be stated with --encoding");
            notes.addAll(reading.notes());
            return new CsvReading(reading.series(), reading.format(), reading.rows(), reading.insertedRows(), reading.missingCells(), notes);
        }
    }

    /**
     * Writes a series set as a table of UTF-8 text, gzipped if the name ends in {@code .gz}: a time column, then one column a series with its
     * unit in the header; a missing value is an empty field. Every number is written so that reading gives it back exactly. The file appears
     * whole or not at all, and replaces one of the same name.
     *
     * @throws IOException if the file cannot be written; the message names it
     */
    public static void write(Path path, SeriesSet series) throws IOException {
        CsvTableWriter.write(path, series, List.of());
    }

    /**
     * As {@link #write(Path, SeriesSet)}, with the time column called as in the file that the series came from, where that was one column.
     *
     * @param like how that file was written; its stamps, mark and delimiter are not kept
     */
    public static void write(Path path, SeriesSet series, CsvFormat like) throws IOException {
        CsvTableWriter.write(path, series, like.timeColumns());
    }

    /**
     * Writes the filled cells of a table as a list, one row each: time stamp, series, value, and the ends of its interval, in the data's units.
     *
     * @throws IOException if it cannot be written; a file that was there is then as it was
     */
    public static void writeCells(Path path, FilledSeries filled) throws IOException {
        CsvTableWriter.write(path, filled, List.of());
    }

    /** As {@link #writeCells(Path, FilledSeries)}, with the time column called as in the file that the series came from. */
    public static void writeCells(Path path, FilledSeries filled, CsvFormat like) throws IOException {
        CsvTableWriter.write(path, filled, like.timeColumns());
    }
}
