package dev.trivium.cli.option;

import dev.trivium.cli.terminal.Report;
import dev.trivium.data.catalog.SplitRule;
import dev.trivium.data.csv.CsvReading;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A series that was read.
 *
 * @param name of the file or the data set
 * @param reading the series, and how it was understood
 * @param rule how published results divide it, if they do
 */
public record DataRead(String name, CsvReading reading, Optional<SplitRule> rule) {

    private static final int NAMES_SHOWN = 8;

    /** {@return the series} */
    public SeriesSet series() {
        return reading.series();
    }

    /** Adds rows on what was read: size, span, step, gaps, notes. */
    public Report describe(Report report) {
        SeriesSet series = series();
        report.row("data", String.format(Locale.ROOT, "%s: %,d rows × %d series, %s … %s, step %s", name, series.length(), series.width(),
                series.time().label(0), series.time().label(series.length() - 1), series.time().stepText()));
        report.row("series", names(series.variables()));
        report.row("gaps", reading.missingCells() == 0 && reading.insertedRows() == 0 ? "none" : String.format(Locale.ROOT,
                "%,d missing values (%.2g %%), %,d of them in %,d rows inserted where the file leaves stamps out", reading.missingCells(),
                100.0 * reading.missingCells() / ((double) series.length() * series.width()),
                (long) reading.insertedRows() * series.width(), reading.insertedRows()));
        reading.notes().forEach(note -> report.row("note", note));
        return report;
    }

    private static String names(List<Variable> variables) {
        List<String> units = variables.stream().map(v -> v.unit().orElse("")).distinct().toList();
        boolean one = units.size() == 1;
        String names = variables.stream().limit(NAMES_SHOWN).map(v -> one ? v.name() : v.label()).collect(Collectors.joining(", "));
        String more = variables.size() > NAMES_SHOWN ? " and " + (variables.size() - NAMES_SHOWN) + " more" : "";
        return names + more + (one && !units.get(0).isEmpty() ? ", in " + units.get(0) : "");
    }

    /** {@return the same facts for JSON} */
    public Map<String, Object> json() {
        SeriesSet series = series();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("rows", series.length());
        map.put("series", series.names());
        map.put("from", series.time().label(0));
        map.put("to", series.time().label(series.length() - 1));
        map.put("step", series.time().stepText());
        map.put("insertedRows", reading.insertedRows());
        map.put("missingCells", reading.missingCells());
        map.put("notes", reading.notes());
        return map;
    }
}
