package dev.trivium.evaluation.text;

/** Cells of a CSV file (RFC 4180). */
public final class CsvCells {

    private CsvCells() {
    }

    /** {@return a text, quoted where it must be} */
    public static String of(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** {@return a number with all its digits; empty for NaN} */
    public static String of(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
