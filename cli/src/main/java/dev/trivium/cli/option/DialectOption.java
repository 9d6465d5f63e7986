package dev.trivium.cli.option;

import dev.trivium.data.csv.Dialect;
import dev.trivium.data.csv.HeaderRule;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a CSV file writes its table; what is not stated is found out. */
public final class DialectOption {

    @Option(names = "--delimiter", paramLabel = "CHAR", converter = Delimiters.class, description = "Between fields: , ; | or tab.")
    private @Nullable Character delimiter;

    @Option(names = "--decimal", paramLabel = "CHAR", description = "Decimal mark: . or ,")
    private @Nullable Character decimal;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Encoding of the text, such as UTF-8 or windows-1252.")
    private @Nullable Charset encoding;

    @Option(names = "--header", paramLabel = "RULE", converter = HeaderRules.class,
            description = "Whether the first line names the columns: present or absent.")
    private @Nullable HeaderRule header;

    @Option(names = "--missing", paramLabel = "TEXT", split = ",", description = "Further texts that stand for a missing value, such as -200.")
    private List<String> missing = new ArrayList<>();

    /** The fields are set by the command line. */
    public DialectOption() {}

    /** {@return what was stated} */
    public Dialect dialect() {
        List<String> markers = new ArrayList<>(Dialect.MISSING);
        markers.addAll(missing);
        return new Dialect(Optional.ofNullable(delimiter), Optional.ofNullable(decimal), Optional.ofNullable(encoding),
                header == null ? Dialect.defaults().header() : header, markers);
    }

    /** Reads {@code absent} as {@code ABSENT}. */
    static final class HeaderRules implements ITypeConverter<HeaderRule> {
        @Override
        public HeaderRule convert(String text) {
            return CsvOption.constant(HeaderRule.values(), text);
        }
    }

    /** Reads a single character, {@code tab} or {@code \t}. */
    static final class Delimiters implements ITypeConverter<Character> {
        @Override
        public Character convert(String text) {
            if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
                return '\t';
            }
            if (text.length() != 1) {
                throw new TypeConversionException("must be one character or tab, got " + text);
            }
            return text.charAt(0);
        }
    }
}
