package dev.trivium.reproduce.record;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** The cells of a line, by the names of their columns. */
public final class Cells {

    private final NamedCsvRecord line;

    Cells(NamedCsvRecord line) {
        this.line = line;
    }

    /** {@return a cell as it stands} */
    public String text(String column) {
        return line.getField(column);
    }

    /** {@return a whole number} */
    public int whole(String column) {
        return Integer.parseInt(text(column));
    }

    /** {@return a whole number that may be large} */
    public long large(String column) {
        return Long.parseLong(text(column));
    }

    /** {@return a number; NaN if the cell is empty} */
    public double number(String column) {
        return text(column).isEmpty() ? Double.NaN : Double.parseDouble(text(column));
    }

    /** {@return what made the run} */
    public Origin origin() {
        return new Origin(whole("threads"), text("commit"), text("machine"), text("versions"));
    }
}
