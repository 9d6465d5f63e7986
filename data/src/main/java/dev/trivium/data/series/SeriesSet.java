package dev.trivium.data.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A multivariate series on a regular axis: values of shape {@code (time, series)}, row-major, in the units of the data, {@code NaN} where
 * a value is missing. Immutable; infinite values are refused.
 */
public final class SeriesSet {

    private final TimeAxis time;
    private final List<Variable> variables;
    private final double[] values; // rows [first, first + time.length()) are ours
    private final int first;

    private SeriesSet(TimeAxis time, List<Variable> variables, double[] values, int first) {
        this.time = time;
        this.variables = variables;
        this.values = values;
        this.first = first;
    }

    /**
     * Makes a series set of a copy of the values.
     *
     * @param time      the axis, T stamps
     * @param variables the S columns; names must differ
     * @param values    shape (time, series), row-major: T · S numbers, finite or NaN
     */
    public static SeriesSet of(TimeAxis time, List<Variable> variables, double[] values) {
        return adopt(time, variables, values.clone());
    }

    /** As {@link #of}, without the copy: the caller gives the array away. */
    static SeriesSet adopt(TimeAxis time, List<Variable> variables, double[] values) {
        List<Variable> columns = List.copyOf(variables);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("variables must hold at least one series, got none");
        }
        Set<String> seen = new HashSet<>();
        for (Variable variable : columns) {
            if (!seen.add(variable.name())) {
                throw new IllegalArgumentException("variables must have different names, got " + variable.name() + " twice");
            }
        }
        if (values.length != (long) time.length() * columns.size()) {
            throw new IllegalArgumentException("values must have shape (time=" + time.length() + ", series=" + columns.size()
                    + "), got " + values.length + " numbers");
        }
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException("values must be finite or NaN, got " + values[i] + " at row " + i / columns.size()
                        + " of " + columns.get(i % columns.size()).name());
            }
        }
        return new SeriesSet(time, columns, values, 0);
    }

    /** {@return the number of rows, T} */
    public int length() {
        return time.length();
    }

    /** {@return the number of series, S} */
    public int width() {
        return variables.size();
    }

    /** {@return the time axis} */
    public TimeAxis time() {
        return time;
    }

    /** {@return the columns, in order} */
    public List<Variable> variables() {
        return variables;
    }

    /** {@return the names of the columns, in order} */
    public List<String> names() {
        return variables.stream().map(Variable::name).toList();
    }

    /** {@return the value of series {@code s} at row {@code t}; NaN if it is missing} */
    public double value(int t, int s) {
        if (t < 0 || t >= length() || s < 0 || s >= width()) {
            throw new IllegalArgumentException("(t, s) must lie in (time=" + length() + ", series=" + width()
                    + "), got (" + t + ", " + s + ")");
        }
        return values[(first + t) * width() + s];
    }

    /** {@return whether series {@code s} has a value at row {@code t}} */
    public boolean observed(int t, int s) {
        return !Double.isNaN(value(t, s));
    }

    /** {@return the number of missing cells} */
    public long missing() {
        long count = 0;
        for (int i = first * width(), end = (first + length()) * width(); i < end; i++) {
            if (Double.isNaN(values[i])) {
                count++;
            }
        }
        return count;
    }

    /** {@return the rows {@code [from, to)}; shares the values, so it costs nothing} */
    public SeriesSet rows(int from, int to) {
        return new SeriesSet(time.slice(from, to), variables, values, first + from);
    }

    /**
     * {@return the named columns, in the order of the names}
     *
     * @throws IllegalArgumentException if a name is unknown (the message lists the known ones), or none or one twice is given
     */
    public SeriesSet select(List<String> names) {
        int[] columns = names.stream().mapToInt(this::indexOf).toArray();
        double[] selected = new double[Math.multiplyExact(length(), columns.length)];
        for (int t = 0; t < length(); t++) {
            for (int c = 0; c < columns.length; c++) {
                selected[t * columns.length + c] = values[(first + t) * width() + columns[c]];
            }
        }
        List<Variable> kept = new ArrayList<>();
        for (int column : columns) {
            kept.add(variables.get(column));
        }
        return adopt(time, kept, selected);
    }

    /** {@return the position of the named column; an unknown name is refused with the list of known ones} */
    public int indexOf(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("name must be one of " + names() + ", got " + name);
        }
        return index;
    }

    /** {@return the same values on another axis of the same length} */
    public SeriesSet withTime(TimeAxis axis) {
        if (axis.length() != length()) {
            throw new IllegalArgumentException("axis must have " + length() + " stamps, got " + axis.length());
        }
        return new SeriesSet(axis, variables, values, first);
    }

    /** {@return the values of one series, oldest first; a copy} */
    public double[] column(int s) {
        double[] column = new double[length()];
        for (int t = 0; t < column.length; t++) {
            column[t] = value(t, s);
        }
        return column;
    }

    /** Copies the rows {@code [from, to)}, row-major, into {@code target} from {@code offset} on. */
    public void copyRows(int from, int to, double[] target, int offset) {
        if (from < 0 || to < from || to > length()) {
            throw new IllegalArgumentException("rows must lie in [0, " + length() + "], got [" + from + ", " + to + ")");
        }
        System.arraycopy(values, (first + from) * width(), target, offset, (to - from) * width());
    }

    /** {@return all values, row-major; a copy} */
    public double[] toArray() {
        double[] copy = new double[length() * width()];
        copyRows(0, length(), copy, 0);
        return copy;
    }

    /** {@return SHA-256, in hexadecimal, of the axis, the names, the units and the values: equal for equal sets} */
    public String sha256() {
        return SeriesHash.of(this);
    }

    @Override
    public String toString() {
        return width() + " series " + names() + ", " + time;
    }
}
