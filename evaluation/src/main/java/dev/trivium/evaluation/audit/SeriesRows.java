package dev.trivium.evaluation.audit;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Columns of numbers whose rows belong to the parts of an evaluation: what {@link SeriesChecks} look at. */
public final class SeriesRows {

    private final List<String> names;
    private final double[] values;
    private final RowPart[] parts;
    private final IntFunction<String> label;

    private SeriesRows(List<String> names, double[] values, RowPart[] parts, IntFunction<String> label) {
        this.names = List.copyOf(names);
        this.values = values;
        this.parts = parts;
        this.label = label;
    }

    /**
     * {@return rows with their parts}
     *
     * @param names  of the columns
     * @param values (rows, columns) row-major, NaN where one is missing
     * @param parts  one per row
     * @param label  the stamp of a row
     */
    public static SeriesRows of(List<String> names, double[] values, List<RowPart> parts, IntFunction<String> label) {
        if (names.isEmpty() || values.length != (long) parts.size() * names.size()) {
            throw new IllegalArgumentException("values must have shape (rows=" + parts.size() + ", columns=" + names.size() + "), got "
                    + values.length + " numbers");
        }
        return new SeriesRows(names, values.clone(), parts.toArray(RowPart[]::new), label);
    }

    int rows() {
        return parts.length;
    }

    int width() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    List<String> names() {
        return names;
    }

    double value(int row, int column) {
        return values[row * names.size() + column];
    }

    RowPart part(int row) {
        return parts[row];
    }

    boolean isTest(int row) {
        return parts[row] == RowPart.TEST;
    }

    /** {@return whether a row may be learnt from, chosen by or calibrated on} */
    boolean isEarlier(int row) {
        return parts[row] != RowPart.TEST && parts[row] != RowPart.NONE;
    }

    String label(int row) {
        return label.apply(row);
    }

    long count(RowPart part) {
        return Arrays.stream(parts).filter(part::equals).count();
    }

    /** {@return the row after the last that is in a part} */
    int used() {
        return IntStream.range(0, parts.length).filter(row -> parts[row] != RowPart.NONE).max().orElse(-1) + 1;
    }

    double[] column(int column) {
        return IntStream.range(0, parts.length).mapToDouble(row -> value(row, column)).toArray();
    }

    /** {@return such as {@code rows 12 … 30 (2016-07-01 … 2016-07-02)}} */
    String stretch(int from, int to) {
        return "rows " + from + " … " + (to - 1) + " (" + label(from) + " … " + label(to - 1) + ")";
    }
}
