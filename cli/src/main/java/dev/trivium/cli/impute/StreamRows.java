package dev.trivium.cli.impute;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.Variable;
import dev.trivium.imputation.stream.GapStream;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Rows of text into a stream, and its answers as text. */
final class StreamRows {

    private static final Set<String> MISSING = Set.of("", "nan", "na", "null");

    private final List<String> names;
    private final int[] places; // of the columns after the time, among the model's series
    private final int series;
    private final boolean cells;

    private StreamRows(List<String> names, int[] places, int series, boolean cells) {
        this.names = names;
        this.places = places;
        this.series = series;
        this.cells = cells;
    }

    /**
     * Reads the header.
     *
     * @throws IllegalArgumentException if it does not name every series of the model once
     */
    static StreamRows of(String header, List<Variable> variables, boolean cells) {
        List<String> names = fields(header);
        List<String> series = variables.stream().map(Variable::name).toList();
        List<String> labels = variables.stream().map(Variable::label).toList();
        int[] places = new int[Math.max(0, names.size() - 1)];
        boolean[] seen = new boolean[series.size()];
        for (int c = 0; c < places.length; c++) {
            String name = names.get(c + 1);
            places[c] = series.contains(name) ? series.indexOf(name) : labels.indexOf(name);
            if (places[c] < 0 || seen[places[c]]) {
                throw new IllegalArgumentException("standard input, line 1: the header must name the time and each of " + series
                        + " once, got " + name + (places[c] < 0 ? "" : " twice"));
            }
            seen[places[c]] = true;
        }
        if (places.length != series.size()) {
            throw new IllegalArgumentException("standard input, line 1: the header must name the time and each of " + series + " once, got "
                    + names);
        }
        return new StreamRows(names, places, series.size(), cells);
    }

    String header() {
        return line(cells ? List.of(names.get(0), "series", "value", "lower", "upper") : names);
    }

    /** {@return the lines that answer a row} */
    List<String> answer(String text, GapStream stream) {
        List<String> fields = fields(text);
        if (fields.size() != names.size()) {
            throw new IllegalArgumentException("a row must have " + names.size() + " columns as the header has, got " + fields.size());
        }
        double[] row = new double[series];
        for (int c = 0; c < places.length; c++) {
            row[places[c]] = number(names.get(c + 1), fields.get(c + 1));
        }
        FilledSeries filled = update(stream, fields.get(0).strip(), row);
        return cells ? cellLines(filled) : rowLines(filled);
    }

    private static FilledSeries update(GapStream stream, String stamp, double[] row) {
        if (stream.kept().zone().isEmpty()) {
            try {
                return stream.update(Long.parseLong(stamp), row);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("the time must be a whole number, got " + stamp, e);
            }
        }
        return stream.update(moment(stamp, stream.kept().zone().get()), row);
    }

    private static Instant moment(String stamp, ZoneId zone) {
        String iso = stamp.replace(' ', 'T');
        try {
            if (!iso.contains("T")) {
                return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
            }
            boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
            return offset ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the time must be written as 2024-03-01T10:00, 2024-03-01 or with an offset, got " + stamp, e);
        }
    }

    private static double number(String name, String text) {
        String stripped = text.strip();
        if (MISSING.contains(stripped.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(stripped);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number or empty, got " + stripped, e);
        }
    }

    private List<String> rowLines(FilledSeries filled) {
        List<String> lines = new ArrayList<>();
        for (int t = 0; t < filled.values().length(); t++) {
            int row = t;
            lines.add(line(Stream.concat(Stream.of(filled.values().time().label(t)),
                    Arrays.stream(places).mapToObj(s -> Double.toString(filled.values().value(row, s)))).toList()));
        }
        return lines;
    }

    private List<String> cellLines(FilledSeries filled) {
        List<String> lines = new ArrayList<>();
        for (int t = 0; t < filled.values().length(); t++) {
            for (int s : places) {
                if (filled.filled(t, s)) {
                    lines.add(line(List.of(filled.values().time().label(t), filled.values().names().get(s),
                            Double.toString(filled.values().value(t, s)), Double.toString(filled.lower().value(t, s)),
                            Double.toString(filled.upper().value(t, s)))));
                }
            }
        }
        return lines;
    }

    private static List<String> fields(String line) {
        return CsvReader.builder().ofCsvRecord(line).stream().findFirst().map(record -> record.getFields()).orElse(List.of(""));
    }

    private static String line(List<String> fields) {
        StringWriter text = new StringWriter();
        CsvWriter.builder().bufferSize(0).build(text).writeRecord(fields);
        return text.toString().strip();
    }
}
