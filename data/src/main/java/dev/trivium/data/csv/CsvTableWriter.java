package dev.trivium.data.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/** Writes tables as CSV files, first beside their place and then moved there. */
final class CsvTableWriter {

    private CsvTableWriter() {}

    /** What stands in a table. */
    @FunctionalInterface
    private interface Rows {
        void write(CsvWriter csv) throws IOException;
    }

    /** Writes values; the time column has its one name, or a usual one. */
    static void write(Path path, SeriesSet series, List<String> timeColumns) throws IOException {
        write(path, csv -> rows(csv, series, timeHeader(series, timeColumns)));
    }

    static void write(Path path, FilledSeries filled, List<String> timeColumns) throws IOException {
        write(path, csv -> cells(csv, filled, timeHeader(filled.values(), timeColumns)));
    }

    private static void write(Path path, Rows rows) throws IOException {
        Path target = path.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (Writer out = open(temporary, target)) {
                CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
                rows.write(csv);
                csv.flush();
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(path + ": cannot be written: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Writer open(Path temporary, Path target) throws IOException {
        OutputStream bytes = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean gzip = target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return new OutputStreamWriter(gzip ? new GZIPOutputStream(bytes) : bytes, StandardCharsets.UTF_8);
    }

    private static void rows(CsvWriter csv, SeriesSet series, String timeHeader) {
        List<String> fields = new ArrayList<>();
        fields.add(timeHeader);
        series.variables().forEach(variable -> fields.add(HeaderText.write(variable)));
        csv.writeRecord(fields);
        IntFunction<String> labels = labels(series.time());
        for (int t = 0; t < series.length(); t++) {
            fields.clear();
            fields.add(labels.apply(t));
            for (int s = 0; s < series.width(); s++) {
                fields.add(number(series.value(t, s)));
            }
            csv.writeRecord(fields);
        }
    }

    /** One row per filled cell, in the order of time and series. */
    private static void cells(CsvWriter csv, FilledSeries filled, String timeHeader) {
        SeriesSet values = filled.values();
        csv.writeRecord(timeHeader, "series", "value", "lower", "upper");
        IntFunction<String> labels = labels(values.time());
        for (int t = 0; t < values.length(); t++) {
            for (int s = 0; s < values.width(); s++) {
                if (filled.filled(t, s)) {
                    csv.writeRecord(labels.apply(t), values.names().get(s), number(values.value(t, s)), number(filled.lower().value(t, s)),
                            number(filled.upper().value(t, s)));
                }
            }
        }
    }

    private static String timeHeader(SeriesSet series, List<String> timeColumns) {
        if (timeColumns.size() == 1 && !timeColumns.get(0).isBlank() && !series.names().contains(timeColumns.get(0))) {
            return timeColumns.get(0);
        }
        boolean index = series.time().zone().isEmpty();
        for (String name : index ? List.of("index", "step", "t", "idx") : List.of("date", "time", "datetime", "timestamp")) {
            if (!series.names().contains(name)) {
                return name;
            }
        }
        throw new IllegalArgumentException("series must leave a name for the time column, got " + series.names());
    }

    /** Local stamps; with the offset from UTC if the axis has an hour that its clock shows twice. */
    private static IntFunction<String> labels(TimeAxis time) {
        boolean ambiguous = time.zone().map(ZoneId::getRules).filter(rules -> !rules.isFixedOffset())
                .map(rules -> overlaps(time)).orElse(false);
        return ambiguous ? t -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.dateTime(t).orElseThrow()) : time::label;
    }

    private static boolean overlaps(TimeAxis time) {
        for (int t = 0; t < time.length(); t++) {
            ZonedDateTime stamp = time.dateTime(t).orElseThrow();
            if (stamp.getZone().getRules().getValidOffsets(stamp.toLocalDateTime()).size() > 1) {
                return true;
            }
        }
        return false;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = value == (long) value && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0);
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
