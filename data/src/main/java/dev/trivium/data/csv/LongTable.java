package dev.trivium.data.csv;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a file in long layout, to be set side by side: one series for each id, or for each id and value column, in the order in which
 * ids appear. A series is named by its id, or {@code id/column} if there are several value columns.
 */
final class LongTable {

    private final ColumnPlan plan;
    private final Map<String, Integer> known = new LinkedHashMap<>();
    private int[] ids = new int[1 << 10];
    private double[] values = new double[1 << 10];
    private int rows;

    LongTable(ColumnPlan plan) {
        this.plan = plan;
    }

    void add(CsvFile file, Row row, double[] cells) throws CsvFormatException {
        String id = row.field(plan.id().orElseThrow());
        if (id.isEmpty()) {
            throw file.error(row.line(), "row must name its series, got nothing in the id column");
        }
        if (rows == ids.length) {
            ids = Arrays.copyOf(ids, Math.multiplyExact(rows, 2));
        }
        if (Math.multiplyExact(rows + 1, cells.length) > values.length) {
            values = Arrays.copyOf(values, Math.max(Math.multiplyExact(values.length, 2), (rows + 1) * cells.length));
        }
        Integer index = known.get(id);
        if (index == null) {
            index = known.size();
            known.put(id, index);
        }
        ids[rows] = index;
        System.arraycopy(cells, 0, values, rows * cells.length, cells.length);
        rows++;
    }

    int[] ids() {
        return Arrays.copyOf(ids, rows);
    }

    int count() {
        return known.size();
    }

    SeriesSet place(AxisFinder.Found found) {
        int perId = plan.values().size();
        int width = count() * perId;
        double[] table = new double[found.axis().length() * width];
        Arrays.fill(table, Double.NaN);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * perId, table, found.positions()[i] * width + ids[i] * perId, perId);
        }
        values = new double[0];
        List<Variable> variables = new ArrayList<>();
        for (String id : known.keySet()) {
            for (Variable column : plan.variables()) {
                variables.add(new Variable(perId == 1 ? id : id + "/" + column.name(), column.unit()));
            }
        }
        return SeriesSet.of(found.axis(), variables, table);
    }
}
