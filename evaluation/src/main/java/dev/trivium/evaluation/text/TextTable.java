package dev.trivium.evaluation.text;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in aligned columns: the first column to the left, the others to the right. */
public final class TextTable {

    private static final int FIRST_WIDTH = 26;
    private final List<List<String>> rows = new ArrayList<>();

    /** Starts without a row. */
    public TextTable() {}

    /** Adds a row; it may have fewer cells than others. The first cell is cut to 26 letters. */
    public TextTable row(List<String> cells) {
        List<String> row = new ArrayList<>(cells);
        row.set(0, cut(row.get(0), FIRST_WIDTH));
        rows.add(List.copyOf(row));
        return this;
    }

    /** {@return the text, cut with an ellipsis if it has more than {@code length} characters} */
    public static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** {@return the lines, each with its end} */
    public String render() {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(row.get(0)).append(" ".repeat(widths[0] - row.get(0).length()));
            for (int c = 1; c < row.size(); c++) {
                line.append(" ".repeat(2 + widths[c] - row.get(c).length())).append(row.get(c));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
