package dev.trivium.cli.option;

import dev.trivium.data.csv.CsvOptions;
import dev.trivium.data.csv.TimeRule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a CSV file is to be read; what is not stated is found out. */
public final class CsvOption {

    @Option(names = "--time", paramLabel = "COLUMN", split = ",",
            description = "Time column, or a date and a time column joined by a comma.")
    private List<String> time = new ArrayList<>();

    @Option(names = "--time-format", paramLabel = "FORM",
            description = "day-first, month-first, year-first, integer, unix, unix-ms, or a pattern such as dd.MM.yyyy HH:mm.")
    private @Nullable String timeFormat;

    @Option(names = "--time-rule", paramLabel = "RULE", converter = TimeRules.class,
            description = "stamps (default), first-stamp (rows follow the first one), or row-numbers (no time).")
    private @Nullable TimeRule timeRule;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of the stamps, such as Europe/Paris; UTC by default.")
    private @Nullable ZoneId zone;

    @Mixin
    private DialectOption dialect = new DialectOption();

    @Option(names = "--id", paramLabel = "COLUMN", description = "Long layout: the column that names the series of a row.")
    private @Nullable String id;

    @Option(names = "--columns", paramLabel = "COLUMN", split = ",", description = "Read these columns only, in this order.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--unit", paramLabel = "COLUMN=UNIT", split = ",", description = "Unit of a column.")
    private Map<String, String> units = new LinkedHashMap<>();

    /** The fields are set by the command line. */
    public CsvOption() {}

    /** {@return what was stated, as options of the reader} */
    public CsvOptions options() {
        CsvOptions options = CsvOptions.defaults().withColumns(columns).withUnits(units).withDialect(dialect.dialect());
        options = time.isEmpty() ? options : options.withTimeColumns(time.toArray(String[]::new));
        options = timeFormat == null ? options : options.withTimeFormat(timeFormat);
        options = timeRule == null ? options : options.withTimeRule(timeRule);
        options = zone == null ? options : options.withZone(zone);
        return id == null ? options : options.withId(id);
    }

    /** {@return the columns to read; empty for all} */
    public List<String> columns() {
        return columns;
    }

    /** {@return whether anything but columns is stated} */
    boolean describesAFile() {
        return !options().equals(CsvOptions.defaults().withColumns(columns));
    }

    /** Reads {@code first-stamp} as {@code FIRST_STAMP}. */
    static final class TimeRules implements ITypeConverter<TimeRule> {
        @Override
        public TimeRule convert(String text) {
            return constant(TimeRule.values(), text);
        }
    }

    static <E extends Enum<E>> E constant(E[] values, String text) {
        List<String> names = new ArrayList<>();
        for (E value : values) {
            String name = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(text.toLowerCase(Locale.ROOT))) {
                return value;
            }
            names.add(name);
        }
        throw new TypeConversionException("must be one of " + String.join(", ", names) + ", got " + text);
    }
}
