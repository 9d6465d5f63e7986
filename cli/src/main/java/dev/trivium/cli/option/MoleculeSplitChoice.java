package dev.trivium.cli.option;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How to divide molecules, as {@code --split} says it.
 *
 * @param rule   which rule
 * @param detail the column of {@code time} and {@code column}, the number of {@code given}; empty for the others
 */
public record MoleculeSplitChoice(Rule rule, String detail) {

    /** Forms of the option, for its description. */
    public static final String FORMS = "random, scaffold (rare scaffolds are tested), scaffold-balanced, time:COLUMN (the newest are tested),"
            + " column:COLUMN (which holds train, validation or test), rows (in the order of the file), or given:K (the K-th published split"
            + " of a data set of the catalogue).";

    /** Unless something else is stated. */
    public static final MoleculeSplitChoice RANDOM = new MoleculeSplitChoice(Rule.RANDOM, "");

    /** The rules. */
    public enum Rule {
        /** Molecules at random. */
        RANDOM,
        /** Scaffolds by size. */
        SCAFFOLD,
        /** Scaffolds at random. */
        SCAFFOLD_BALANCED,
        /** By a column of stamps. */
        TIME,
        /** By a column of names of parts. */
        COLUMN,
        /** In the order of the file. */
        ROWS,
        /** As published. */
        GIVEN;

        private boolean hasDetail() {
            return this == TIME || this == COLUMN || this == GIVEN;
        }
    }

    /** {@return the column that must be kept for it} */
    public Optional<String> column() {
        return rule == Rule.TIME || rule == Rule.COLUMN ? Optional.of(detail) : Optional.empty();
    }

    /** {@return the number of the published split; 0 for another rule} */
    public int given() {
        return rule == Rule.GIVEN ? Integer.parseInt(detail) : 0;
    }

    /** Reads the forms of {@link #FORMS}. */
    public static final class Converter implements ITypeConverter<MoleculeSplitChoice> {

        /** Made by the parser. */
        public Converter() {}

        @Override
        public MoleculeSplitChoice convert(String text) {
            String[] parts = text.strip().split(":", 2);
            String name = parts[0].toUpperCase(Locale.ROOT).replace('-', '_');
            for (Rule rule : Rule.values()) {
                boolean fits = parts.length == 2 ? rule.hasDetail() && !parts[1].isBlank() : !rule.hasDetail();
                if (rule.name().equals(name) && fits && (rule != Rule.GIVEN || parts[1].matches("[1-9]\\d{0,3}"))) {
                    return new MoleculeSplitChoice(rule, parts.length == 2 ? parts[1].strip() : "");
                }
            }
            throw new TypeConversionException("must be " + FORMS.replaceAll("\\.$", "") + ", got " + text);
        }
    }
}
