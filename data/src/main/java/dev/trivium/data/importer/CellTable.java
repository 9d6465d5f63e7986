package dev.trivium.data.importer;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects cells in any order and lays them out on an axis. Each cell keeps its first value. */
final class CellTable {

    private static final long MOST_CELLS = 100_000_000;
    /** A single wrong time stamp must not take the memory of a million years of gaps. */
    private static final long SPARSEST = 10_000;
    private static final long FEW_CELLS = 1_000_000;

    private final Map<Variable, Map<Long, Double>> columns = new LinkedHashMap<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** Adds a value, NaN too, which is not kept but widens the rows. Returns whether the cell was free. */
    boolean put(long row, Variable column, double value) {
        first = Math.min(first, row);
        last = Math.max(last, row);
        Map<Long, Double> cells = columns.computeIfAbsent(column, name -> new HashMap<>());
        return Double.isNaN(value) ? !cells.containsKey(row) : cells.putIfAbsent(row, value) == null;
    }

    /** Adds a column that may stay without a value. */
    void column(Variable column) {
        columns.computeIfAbsent(column, name -> new HashMap<>());
    }

    /** Whether there is no row. */
    boolean isEmpty() {
        return last < first;
    }

    long first() {
        return first;
    }

    /** The number of rows from the first to the last, if that many cells can be held. */
    int length(String place) throws ImportException {
        long rows = last - first + 1;
        if (rows * columns.size() > MOST_CELLS) {
            throw new ImportException(place, "must span at most " + MOST_CELLS + " cells, got " + rows + " rows of " + columns.size());
        }
        long recorded = columns.values().stream().mapToLong(Map::size).sum();
        if (rows * columns.size() > Math.max(FEW_CELLS, SPARSEST * recorded)) {
            throw new ImportException(place, "must have a record for one in " + SPARSEST + " cells, got " + recorded + " for " + rows + " rows of "
                    + columns.size() + ": is a time stamp far from the others?");
        }
        return (int) rows;
    }

    /** Lays the cells out; columns in the order they came. */
    SeriesSet on(TimeAxis time) {
        return on(time, List.copyOf(columns.keySet()));
    }

    /** Lays the cells out; columns in the order of their names, numbers in them as numbers. */
    SeriesSet sorted(TimeAxis time) {
        return on(time, columns.keySet().stream().sorted(Comparator.comparing(variable -> padded(variable.name()))).toList());
    }

    private SeriesSet on(TimeAxis time, List<Variable> order) {
        double[] values = new double[time.length() * order.size()];
        Arrays.fill(values, Double.NaN);
        for (int s = 0; s < order.size(); s++) {
            for (Map.Entry<Long, Double> cell : columns.get(order.get(s)).entrySet()) {
                values[(int) (cell.getKey() - first) * order.size() + s] = cell.getValue();
            }
        }
        return SeriesSet.of(time, order, values);
    }

    private static String padded(String name) {
        StringBuilder text = new StringBuilder();
        int digits = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i < name.length() && Character.isDigit(name.charAt(i))) {
                digits++;
            } else {
                text.append("0".repeat(digits == 0 ? 0 : Math.max(0, 9 - digits))).append(name, i - digits, Math.min(i + 1, name.length()));
                digits = 0;
            }
        }
        return text.toString();
    }
}
