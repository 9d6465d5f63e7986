package dev.trivium.data.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first lines of a file, from which delimiter, header, decimal mark and time column are found.
 *
 * @param delimiter between fields
 * @param header    the names of the columns, blank where a column has none
 * @param rows      the lines after the header, as many as were sampled
 */
record Sample(char delimiter, List<String> header, List<List<String>> rows) {

    private static final int CHARACTERS = 1 << 20;
    private static final int ROWS = 200;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    static Sample take(CsvFile file, Charset charset, Dialect dialect) throws IOException {
        String head = Encoding.head(file, charset, CHARACTERS);
        if (head.indexOf('\0') >= 0) {
            throw file.error("must be text, got a binary file");
        }
        if (head.length() == CHARACTERS) {
            int lineEnd = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
            head = lineEnd < 0 ? head : head.substring(0, lineEnd);
        }
        char delimiter = dialect.delimiter().isPresent() ? dialect.delimiter().get() : mostRegular(file, head);
        List<List<String>> lines = lines(file, head, delimiter, ROWS);
        if (lines.isEmpty()) {
            throw file.error("must hold a table, got an empty file");
        }
        if (dialect.header() != HeaderRule.ABSENT) {
            return new Sample(delimiter, lines.get(0), lines.subList(1, lines.size()));
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= lines.get(0).size(); i++) {
            names.add("c" + i);
        }
        return new Sample(delimiter, names, lines);
    }

    /** The delimiter that cuts most lines into as many fields as the first, and more than one. */
    private static char mostRegular(CsvFile file, String head) throws IOException {
        char best = ',';
        long most = 0;
        for (char delimiter : DELIMITERS) {
            List<List<String>> lines;
            try {
                lines = lines(file, head, delimiter, 50);
            } catch (CsvFormatException e) { // quotes that fit no field: not this one
                continue;
            }
            int width = lines.isEmpty() ? 0 : lines.get(0).size();
            long regular = width < 2 ? 0 : lines.stream().filter(line -> line.size() == width).count();
            if (regular > most) {
                most = regular;
                best = delimiter;
            }
        }
        return best;
    }

    private static List<List<String>> lines(CsvFile file, String text, char delimiter, int limit) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (Rows rows = Rows.of(file, text, delimiter)) {
            for (Optional<Row> row = rows.next(); row.isPresent() && lines.size() < limit; row = rows.next()) {
                if (!row.get().blank()) {
                    List<String> fields = new ArrayList<>();
                    for (int i = 0; i < row.get().size(); i++) {
                        fields.add(row.get().field(i));
                    }
                    lines.add(fields);
                }
            }
        }
        return lines;
    }

    int width() {
        return header.size();
    }

    /** The sampled texts of a column that are not empty. */
    List<String> column(int i) {
        return rows.stream().filter(row -> row.size() > i && !row.get(i).isEmpty()).map(row -> row.get(i)).toList();
    }
}
