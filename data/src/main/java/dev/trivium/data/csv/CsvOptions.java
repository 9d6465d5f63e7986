package dev.trivium.data.csv;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user states about a CSV file; {@link #defaults} leaves all to be found out.
 *
 * @param time    how to read the time of a row
 * @param dialect how the file writes its table
 * @param id      the column that names the series, for the long layout; empty: wide layout
 * @param columns the columns to read as values, by header or by name without unit, in this order; empty: all
 * @param units   unit by column name, before what the header says
 */
public record CsvOptions(TimeOptions time, Dialect dialect, Optional<String> id, List<String> columns, Map<String, String> units) {

    /** Copies the lists. */
    public CsvOptions {
        columns = List.copyOf(columns);
        units = Map.copyOf(units);
    }

    /** {@return the options that leave everything to be found out} */
    public static CsvOptions defaults() {
        return new CsvOptions(TimeOptions.defaults(), Dialect.defaults(), Optional.empty(), List.of(), Map.of());
    }

    /** {@return these options with another way to read the time} */
    public CsvOptions withTime(TimeOptions time) {
        return new CsvOptions(time, dialect, id, columns, units);
    }

    /** {@return these options with another dialect} */
    public CsvOptions withDialect(Dialect dialect) {
        return new CsvOptions(time, dialect, id, columns, units);
    }

    /** {@return these options for a file in long layout, whose series are named by this column} */
    public CsvOptions withId(String column) {
        return new CsvOptions(time, dialect, Optional.of(column), columns, units);
    }

    /** {@return these options for these value columns only} */
    public CsvOptions withColumns(List<String> names) {
        return new CsvOptions(time, dialect, id, names, units);
    }

    /** {@return these options with units by column name} */
    public CsvOptions withUnits(Map<String, String> units) {
        return new CsvOptions(time, dialect, id, columns, units);
    }

    /** {@return these options with the time in these columns, joined with a blank if there are several} */
    public CsvOptions withTimeColumns(String... names) {
        return withTime(new TimeOptions(time.rule(), List.of(names), time.format(), time.zone()));
    }

    /** {@return these options with a form of the stamps, see {@link TimeOptions#format}} */
    public CsvOptions withTimeFormat(String format) {
        return withTime(new TimeOptions(time.rule(), time.columns(), Optional.of(format), time.zone()));
    }

    /** {@return these options with the zone of stamps that do not state one} */
    public CsvOptions withZone(ZoneId zone) {
        return withTime(new TimeOptions(time.rule(), time.columns(), time.format(), Optional.of(zone)));
    }

    /** {@return these options with another source of the time axis} */
    public CsvOptions withTimeRule(TimeRule rule) {
        return withTime(new TimeOptions(rule, time.columns(), time.format(), time.zone()));
    }

    /** {@return these options with a delimiter} */
    public CsvOptions withDelimiter(char delimiter) {
        return withDialect(new Dialect(Optional.of(delimiter), dialect.decimal(), dialect.encoding(), dialect.header(), dialect.missing()));
    }

    /** {@return these options with a decimal mark} */
    public CsvOptions withDecimal(char decimal) {
        return withDialect(new Dialect(dialect.delimiter(), Optional.of(decimal), dialect.encoding(), dialect.header(), dialect.missing()));
    }

    /** {@return these options with an encoding} */
    public CsvOptions withEncoding(Charset encoding) {
        return withDialect(new Dialect(dialect.delimiter(), dialect.decimal(), Optional.of(encoding), dialect.header(), dialect.missing()));
    }

    /** {@return these options with a rule for the first line} */
    public CsvOptions withHeader(HeaderRule header) {
        return withDialect(new Dialect(dialect.delimiter(), dialect.decimal(), dialect.encoding(), header, dialect.missing()));
    }

    /** {@return these options with further texts that stand for a missing value} */
    public CsvOptions withMissing(String... markers) {
        List<String> all = new ArrayList<>(dialect.missing());
        all.addAll(List.of(markers));
        return withDialect(new Dialect(dialect.delimiter(), dialect.decimal(), dialect.encoding(), dialect.header(), all));
    }
}
