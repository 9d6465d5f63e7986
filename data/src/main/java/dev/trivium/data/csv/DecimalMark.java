package dev.trivium.data.csv;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the decimal mark of a file from its first lines. */
final class DecimalMark {

    private static final Pattern COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");
    private static final Pattern POINT = Pattern.compile("[+-]?\\d*\\.\\d+([eE][+-]?\\d+)?");
    private static final Pattern GROUPS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+");

    private DecimalMark() {}

    /** The comma if numbers are written with it and none with a point; the point otherwise. */
    static char find(CsvFile file, Sample sample, List<Integer> valueColumns) throws CsvFormatException {
        boolean point = false;
        boolean comma = false;
        boolean onlyGroups = true;
        String example = "";
        for (int column : valueColumns) {
            for (String cell : sample.column(column)) {
                point |= POINT.matcher(cell).matches();
                if (COMMA.matcher(cell).matches() || GROUPS.matcher(cell).matches()) {
                    comma = true;
                    example = cell;
                    onlyGroups &= GROUPS.matcher(cell).matches();
                }
            }
        }
        if (comma && !point && onlyGroups) {
            throw file.error(example + " can be read in 2 ways: as " + example.replaceFirst(",", ".").replace(",", "") + " or as "
                    + example.replace(",", "") + "; choose with --decimal , or write numbers without groups");
        }
        return comma && !point ? ',' : '.';
    }
}
