package dev.trivium.molecular.table;

import dev.trivium.data.csv.Dialect;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads labels: a number, NaN for a missing one, or a refusal with file and line. */
final class Labels {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int SHOWN = 60;

    private final Path path;
    private final List<String> names;
    private final char mark;
    private final Set<String> missing = new HashSet<>();

    Labels(Path path, List<String> names, Dialect dialect) {
        this.path = path;
        this.names = names;
        mark = dialect.decimal().orElse('.');
        dialect.missing().forEach(marker -> missing.add(marker.strip().toLowerCase(Locale.ROOT)));
    }

    double read(int target, String cell, long line) throws MoleculeFormatException {
        if (missing.contains(cell.toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        String text = mark == '.' ? cell : cell.indexOf('.') >= 0 ? "" : cell.replace(mark, '.');
        if (!NUMBER.matcher(text).matches()) {
            throw refused(target, line, "must be a number or empty", cell);
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw refused(target, line, "must be finite", cell);
        }
        return value;
    }

    private MoleculeFormatException refused(int target, long line, String rule, String cell) {
        String shown = cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…";
        boolean comma = mark == '.' && cell.indexOf(',') >= 0 && NUMBER.matcher(cell.replace(',', '.')).matches();
        return new MoleculeFormatException(path, line, "label " + names.get(target) + " " + rule + ", got "
                + (shown.isEmpty() ? "nothing" : shown) + (comma ? "; a decimal comma has to be stated" : ""));
    }
}
