package dev.trivium.timeseries.baseline;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a fitted baseline remembers of its training rows.
 *
 * @param columns all columns, in order: series to forecast, and columns whose future is known
 * @param known names of the latter
 * @param step as {@link dev.trivium.data.series.TimeAxis#stepText} prints it
 * @param standardiser means and deviations of the columns
 */
record TrainedOn(List<Variable> columns, List<String> known, String step, Standardiser standardiser) {

    TrainedOn {
        columns = List.copyOf(columns);
        known = List.copyOf(known);
        List<String> names = columns.stream().map(Variable::name).toList();
        if (!standardiser.names().equals(names)) {
            throw new IllegalArgumentException("standardiser must name the columns " + names + ", got " + standardiser.names());
        }
        for (String name : known) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("known must name columns of the data, " + names + ", got " + name);
            }
        }
        if (known.size() == columns.size()) {
            throw new IllegalArgumentException("known must leave a series to forecast, got all columns, " + known);
        }
    }

    /** {@return the series to forecast} */
    List<Variable> targets() {
        return columns.stream().filter(column -> !known.contains(column.name())).toList();
    }

    /** {@return the names of all columns} */
    List<String> names() {
        return standardiser.names();
    }

    /** {@return where the series to forecast stand among the columns} */
    int[] targetColumns() {
        return places(false);
    }

    /** {@return where the known columns stand among the columns} */
    int[] knownColumns() {
        return places(true);
    }

    private int[] places(boolean ofKnown) {
        List<Integer> places = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (known.contains(columns.get(c).name()) == ofKnown) {
                places.add(c);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }
}
