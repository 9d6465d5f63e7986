package dev.trivium.data.csv;

import dev.trivium.data.series.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes names and units out of column headers: {@code p (mbar)} and {@code Temp [°C]}, but not {@code CO(GT)}. An empty unit,
 * {@code Sales (net) []}, says that the rest is all name.
 */
final class HeaderText {

    private static final Pattern ROUND = Pattern.compile("(.*\\S)\\s+\\(([^()]+)\\)");
    private static final Pattern SQUARE = Pattern.compile("(.*\\S)\\s*\\[([^\\[\\]]*)]");

    private HeaderText() {}

    /** The variable that a header names. */
    static Variable read(String header) {
        for (Pattern pattern : List.of(SQUARE, ROUND)) {
            Matcher matcher = pattern.matcher(header);
            if (matcher.matches()) {
                String unit = matcher.group(2).strip();
                return new Variable(matcher.group(1), unit.isEmpty() ? Optional.empty() : Optional.of(unit));
            }
        }
        return Variable.of(header);
    }

    /** The variables of several headers; where names would be equal without their units, the headers stay whole. */
    static List<Variable> read(List<String> headers) {
        Map<String, Integer> counts = new HashMap<>();
        for (String header : headers) {
            counts.merge(read(header).name(), 1, Integer::sum);
        }
        List<Variable> variables = new ArrayList<>();
        for (String header : headers) {
            Variable variable = read(header);
            variables.add(counts.get(variable.name()) == 1 ? variable : Variable.of(header));
        }
        return variables;
    }

    /** The header that {@link #read(String)} takes for this variable. */
    static String write(Variable variable) {
        for (String header : List.of(variable.label(), variable.unit().map(unit -> variable.name() + " [" + unit + "]").orElse(variable.name()),
                variable.name() + " []")) {
            if (read(header).equals(variable)) {
                return header;
            }
        }
        throw new IllegalArgumentException("variable must have a name and unit that a header can hold, got " + variable);
    }
}
