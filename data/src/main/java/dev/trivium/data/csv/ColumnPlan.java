package dev.trivium.data.csv;

import dev.trivium.data.series.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a file is what.
 *
 * @param time      the columns of the stamp, none if rows are numbered
 * @param id        the column that names the series; empty in wide layout
 * @param values    the columns of values, in the order of the variables
 * @param nameless  columns without a name: nothing may stand in them
 * @param variables the name and unit of each value column
 * @param notes     what the user should know
 */
record ColumnPlan(List<Integer> time, Optional<Integer> id, List<Integer> values, List<Integer> nameless, List<Variable> variables,
        List<String> notes) {

    static ColumnPlan of(CsvFile file, Sample sample, CsvOptions options) throws CsvFormatException {
        return new Planner(file, sample, options).plan();
    }

    /** Works the plan out step by step. */
    private static final class Planner {

        private final CsvFile file;
        private final Sample sample;
        private final CsvOptions options;
        private final List<Variable> named;
        private final List<String> notes = new ArrayList<>();

        Planner(CsvFile file, Sample sample, CsvOptions options) {
            this.file = file;
            this.sample = sample;
            this.options = options;
            named = HeaderText.read(sample.header().stream().map(name -> name.isEmpty() ? "(no name)" : name).toList());
        }

        ColumnPlan plan() throws CsvFormatException {
            checkHeader();
            TimeColumns finder = new TimeColumns(file, sample);
            boolean numbered = options.time().rule() == TimeRule.ROW_NUMBERS;
            List<Integer> time = numbered ? List.of() : timeColumns(finder);
            Optional<Integer> id = options.id().isPresent() ? Optional.of(indexOf(options.id().get(), "id")) : Optional.empty();
            Set<Integer> taken = new HashSet<>(time);
            id.ifPresent(taken::add);
            if (numbered) {
                taken.addAll(leftOut(finder.dates()));
            }
            List<Integer> nameless = new ArrayList<>();
            List<Integer> values = options.columns().isEmpty() ? allBut(taken, nameless) : chosen(taken);
            if (values.isEmpty()) {
                throw file.error("must have at least one column of values, got only " + sample.header());
            }
            if (!nameless.isEmpty()) {
                notes.add(nameless.size() + " empty columns without a name are left out");
            }
            return new ColumnPlan(time, id, values, nameless, units(values), notes);
        }

        private void checkHeader() throws CsvFormatException {
            if (options.dialect().header() == HeaderRule.EXPECTED && sample.header().stream().allMatch(this::looksLikeData)) {
                throw file.error(1, "the first line must name the columns, got only numbers and dates; say --header absent if it is data, "
                        + "--header present if these are names");
            }
            Set<String> seen = new HashSet<>();
            for (String name : sample.header()) {
                if (!name.isEmpty() && !seen.add(name)) {
                    throw file.error(1, "columns must have different names, got " + name + " twice");
                }
            }
        }

        private boolean looksLikeData(String text) {
            char[] chars = text.toCharArray();
            return text.isEmpty() || !Double.isNaN(new NumberText('.').parse(chars, 0, chars.length))
                    || !Double.isNaN(new NumberText(',').parse(chars, 0, chars.length)) || TimeColumns.isDate(text);
        }

        private List<Integer> timeColumns(TimeColumns finder) throws CsvFormatException {
            if (options.time().columns().isEmpty()) {
                return List.of(finder.find());
            }
            List<Integer> columns = new ArrayList<>();
            for (String name : options.time().columns()) {
                columns.add(indexOf(name, "time"));
            }
            return columns;
        }

        private List<Integer> leftOut(List<Integer> dates) {
            for (int column : dates) {
                notes.add("column " + sample.header().get(column) + " holds dates and is left out, as rows are numbered");
            }
            return dates;
        }

        private List<Integer> allBut(Set<Integer> taken, List<Integer> nameless) {
            List<Integer> values = new ArrayList<>();
            for (int i = 0; i < sample.width(); i++) {
                if (!taken.contains(i)) {
                    (sample.header().get(i).isEmpty() ? nameless : values).add(i);
                }
            }
            return values;
        }

        private List<Integer> chosen(Set<Integer> taken) throws CsvFormatException {
            List<Integer> values = new ArrayList<>();
            for (String name : options.columns()) {
                int column = indexOf(name, "columns");
                if (taken.contains(column) || values.contains(column)) {
                    throw file.error("columns must be values, each once, got " + name);
                }
                values.add(column);
            }
            return values;
        }

        private int indexOf(String name, String option) throws CsvFormatException {
            int whole = sample.header().indexOf(name);
            if (whole >= 0) {
                return whole;
            }
            for (int i = 0; i < named.size(); i++) {
                if (named.get(i).name().equals(name)) {
                    return i;
                }
            }
            throw file.error(option + " must name a column of " + sample.header() + ", got " + name);
        }

        private List<Variable> units(List<Integer> values) throws CsvFormatException {
            for (String name : options.units().keySet()) {
                indexOf(name, "unit");
            }
            List<Variable> variables = new ArrayList<>();
            for (int column : values) {
                Variable variable = named.get(column);
                Map<String, String> units = options.units();
                String unit = units.getOrDefault(variable.name(), units.get(sample.header().get(column)));
                variables.add(unit == null ? variable : Variable.of(variable.name(), unit));
            }
            return variables;
        }
    }
}
