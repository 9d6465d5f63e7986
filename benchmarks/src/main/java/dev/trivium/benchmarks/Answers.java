package dev.trivium.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a file of predictions says of the rows that were asked.
 *
 * @param rows     rows asked
 * @param answered rows of the file that stand where they should, with their id and SMILES
 * @param wrong    rows that are whole and have no number, or are broken and have one or no reason
 * @param excess   rows of the file behind the last one asked
 */
record Answers(int rows, int answered, int wrong, int excess) {

    private static final List<String> COLUMNS = List.of("id", "smiles", "atoms_predicted", "outcome", "note");

    /** Reads the file that {@code trivium molecule predict} wrote, row by row. */
    static Answers check(ManyRows asked, Path file) throws IOException {
        int answered = 0;
        int wrong = 0;
        int row = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            List<String> header = cells(lines.readLine());
            int[] at = COLUMNS.stream().mapToInt(header::indexOf).toArray();
            for (int column : at) {
                if (column < 0) {
                    throw new IOException("answers must have the columns " + COLUMNS + ", got " + header);
                }
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (row < asked.rows()) {
                    List<String> cells = cells(line);
                    boolean there = cells.get(at[0]).equals(Integer.toString(row)) && cells.get(at[1]).equals(asked.smiles(row));
                    answered += there ? 1 : 0;
                    wrong += there && right(asked.broken(row), cells.get(at[2]), cells.get(at[3]), cells.get(at[4])) ? 0 : 1;
                }
                row++;
            }
        }
        return new Answers(asked.rows(), answered, wrong, Math.max(0, row - asked.rows()));
    }

    private static boolean right(boolean broken, String value, String outcome, String note) {
        return broken ? value.isEmpty() && outcome.equals("refused") && !note.isEmpty()
                : outcome.equals("ok") && Double.isFinite(Double.parseDouble(value));
    }

    /** The cells of a line; quotes as in RFC 4180, no line breaks within them. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean twice = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (twice) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    boolean good() {
        return answered == rows && wrong == 0 && excess == 0;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d of %,d rows answered in order, %,d answered wrongly, %,d too many", answered, rows, wrong, excess);
    }
}
