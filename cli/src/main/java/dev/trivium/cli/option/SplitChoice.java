package dev.trivium.cli.option;

import dev.trivium.data.catalog.SplitRule;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How to divide a series into training, validation and test rows, as {@code --split} says it.
 *
 * @param text what was typed
 * @param rule what it does
 */
public record SplitChoice(String text, Function<SeriesSet, Split> rule) {

    /** Forms of the option, for its description. */
    public static final String FORMS = "0.7,0.1,0.2 (shares of the rows, in time order), 2016-01-01,2017-01-01 (first day of validation"
            + " and of test), 8640,11520,14400 (row numbers of the ends), published (70 %% / 10 %% / 20 %%, rounded as in papers),"
            + " or ett (12, 4 and 4 months).";

    /** {@return the published division of a data set, else 70 % for training, 10 % for validation and 20 % for the test} */
    public static Split standard(SeriesSet series, Optional<SplitRule> published) {
        return published.map(rule -> rule.split(series)).orElseGet(() -> Split.ratios(series, 0.7, 0.1));
    }

    /** Divides a series. */
    public Split split(SeriesSet series) {
        return rule.apply(series);
    }

    /** Reads the forms of {@link #FORMS}. */
    public static final class Converter implements ITypeConverter<SplitChoice> {

        /** Made by the parser. */
        public Converter() {}

        @Override
        public SplitChoice convert(String text) {
            return new SplitChoice(text, rule(text.strip()));
        }

        private static Function<SeriesSet, Split> rule(String text) {
            if (text.equals("published")) {
                return Split::published;
            }
            if (text.equals("ett")) {
                return Converter::ett;
            }
            List<String> parts = Arrays.stream(text.split("[,/]")).map(String::strip).toList();
            try {
                if (parts.size() == 2 && parts.get(0).contains("-")) {
                    LocalDateTime validation = moment(parts.get(0));
                    LocalDateTime test = moment(parts.get(1));
                    return series -> Split.dates(series, validation, test);
                }
                if (parts.size() == 3 && parts.stream().allMatch(part -> part.matches("\\d+"))) {
                    int[] ends = parts.stream().mapToInt(Integer::parseInt).toArray();
                    return series -> Split.at(series, ends[0], ends[1], ends[2]);
                }
                return ratios(text, parts.stream().mapToDouble(Double::parseDouble).toArray());
            } catch (NumberFormatException | DateTimeParseException e) {
                throw refused(text);
            }
        }

        private static LocalDateTime moment(String text) {
            return text.contains("T") || text.contains(" ") ? LocalDateTime.parse(text.replace(' ', 'T')) : LocalDate.parse(text).atStartOfDay();
        }

        private static Function<SeriesSet, Split> ratios(String text, double[] shares) {
            double sum = Arrays.stream(shares).sum();
            boolean positive = Arrays.stream(shares).allMatch(share -> share > 0);
            boolean whole = shares.length == 3 && Math.abs(sum - 1) < 1e-9;
            if (!positive || !whole && !(shares.length == 2 && sum < 1)) {
                throw refused(text);
            }
            return series -> Split.ratios(series, shares[0], shares[1]);
        }

        private static TypeConversionException refused(String text) {
            return new TypeConversionException("must be " + String.format(java.util.Locale.ROOT, FORMS).replaceAll("\\.$", "") + ", got " + text);
        }

        private static Split ett(SeriesSet series) {
            Optional<Duration> step = series.time().step();
            if (step.equals(Optional.of(Duration.ofHours(1)))) {
                return Split.ettHourly(series);
            }
            if (step.equals(Optional.of(Duration.ofMinutes(15)))) {
                return Split.ettQuarterHourly(series);
            }
            throw new IllegalArgumentException("--split ett must be used with steps of 1 h or 15 min, got " + series.time().stepText());
        }
    }
}
