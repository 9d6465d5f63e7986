package dev.trivium.data.csv;

import java.util.List;

/** Reads the values of a row: numbers, or NaN for a missing one; anything else is refused with line, column and text. */
final class Cells {

    private final CsvFile file;
    private final Sample sample;
    private final ColumnPlan plan;
    private final NumberText numbers;
    private final MissingMarkers missing;
    private final char mark;
    private final int[] columns;

    Cells(CsvFile file, Sample sample, ColumnPlan plan, char mark, List<String> markers) {
        this.file = file;
        this.sample = sample;
        this.plan = plan;
        this.mark = mark;
        columns = plan.values().stream().mapToInt(Integer::intValue).toArray();
        numbers = new NumberText(mark);
        missing = new MissingMarkers(markers, numbers);
    }

    /** Fills {@code values} with the value columns of the row. */
    void read(Row row, double[] values) throws CsvFormatException {
        if (row.size() != sample.width()) {
            throw file.error(row.line(), "row must have " + sample.width() + " fields like the first line, got " + row.size());
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = read(row, columns[i]);
        }
        for (int column : plan.nameless()) {
            if (row.end(column) > row.start(column)) {
                throw file.error(row.line(), "column " + (column + 1) + " has no name but holds \"" + row.field(column)
                        + "\"; name it in the first line, or choose columns with --columns");
            }
        }
    }

    private double read(Row row, int column) throws CsvFormatException {
        char[] text = row.text();
        int from = row.start(column);
        int to = row.end(column);
        double value = numbers.parse(text, from, to);
        if (Double.isNaN(value)) {
            if (missing.contains(text, from, to)) {
                return Double.NaN;
            }
            throw notANumber(row, column);
        }
        if (Double.isInfinite(value)) {
            throw file.error(row.line(), "column " + sample.header().get(column) + " holds " + row.field(column)
                    + ", which is too large for a number");
        }
        return missing.contains(value) ? Double.NaN : value;
    }

    private CsvFormatException notANumber(Row row, int column) {
        String text = row.field(column);
        String name = sample.header().get(column);
        String bare = text.replaceFirst("^[+-]", "");
        if (bare.equalsIgnoreCase("inf") || bare.equalsIgnoreCase("infinity") || bare.equals("∞")) {
            return file.error(row.line(), "column " + name + " holds the infinite value " + text + "; values must be finite or missing");
        }
        if (text.isEmpty()) {
            return file.error(row.line(), "column " + name + " holds nothing, which is not one of the missing markers");
        }
        char other = mark == '.' ? ',' : '.';
        if (text.indexOf(other) >= 0 && text.chars().allMatch(c -> c == other || c >= '0' && c <= '9' || c == '-' || c == mark)) {
            return file.error(row.line(), "column " + name + " holds \"" + text + "\", which is no number with the decimal mark '" + mark
                    + "'; see --decimal");
        }
        return file.error(row.line(), "column " + name + " holds the text \"" + text
                + "\"; leave the column out with --columns, name the series by it with --id (long layout), or give a marker with --missing");
    }
}
