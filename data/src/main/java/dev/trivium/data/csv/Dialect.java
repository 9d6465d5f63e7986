package dev.trivium.data.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How a file writes its table.
 *
 * @param delimiter between fields; empty: the one of {@code , ; | tab} that cuts the first lines into equally many fields
 * @param decimal   the decimal mark, {@code '.'} or {@code ','}; empty: found in the first lines
 * @param encoding  of the text; empty: by byte order mark, else UTF-8, else (with a note) ISO-8859-1
 * @param header    whether the first line names the columns
 * @param missing   texts that stand for a missing value, in any case; a number stands for every way to write it
 */
public record Dialect(Optional<Character> delimiter, Optional<Character> decimal, Optional<Charset> encoding, HeaderRule header,
        List<String> missing) {

    /** The texts that stand for a missing value unless others are given. */
    public static final List<String> MISSING = List.of("", "NA", "NaN", "null", "?", "-");

    /** Checks that the marks are usable. */
    public Dialect {
        missing = List.copyOf(missing);
        if (decimal.isPresent() && decimal.get() != '.' && decimal.get() != ',') {
            throw new IllegalArgumentException("decimal must be '.' or ',', got '" + decimal.get() + "'");
        }
        if (delimiter.isPresent() && ("\"\r\n.+-".indexOf(delimiter.get()) >= 0 || Character.isLetterOrDigit(delimiter.get()))) {
            throw new IllegalArgumentException("delimiter must be a sign that no number or name needs, got '" + delimiter.get() + "'");
        }
    }

    /** {@return everything to be found in the file} */
    public static Dialect defaults() {
        return new Dialect(Optional.empty(), Optional.empty(), Optional.empty(), HeaderRule.EXPECTED, MISSING);
    }
}
