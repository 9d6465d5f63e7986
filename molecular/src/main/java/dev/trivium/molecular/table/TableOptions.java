package dev.trivium.molecular.table;

import dev.trivium.data.csv.Dialect;
import dev.trivium.data.csv.HeaderRule;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of a file matter, and how it is written. A column is named as in the first line; case matters only where two names differ
 * by nothing else.
 *
 * @param smiles  the column that holds SMILES strings; empty: the one called {@code smiles}, else the only one whose name contains
 *                {@code smiles} or is {@code mol}, {@code molecule}, {@code structure} or {@code drug}
 * @param targets the columns that hold labels, in the order of the tasks; none: the molecules are unlabelled
 * @param keep    further columns whose text is kept beside a set, such as a date or the name of a part
 * @param dialect how a CSV file writes its table, and which texts stand for a missing label, in any file
 */
public record TableOptions(Optional<String> smiles, List<String> targets, List<String> keep, Dialect dialect) {

    /** Checks that no target is named twice. */
    public TableOptions {
        targets = List.copyOf(targets);
        keep = List.copyOf(keep);
        if (new HashSet<>(targets).size() != targets.size()) {
            throw new IllegalArgumentException("targets must be different columns, got " + targets);
        }
    }

    /** {@return no targets, the SMILES column found by its name, everything else found in the file} */
    public static TableOptions defaults() {
        return new TableOptions(Optional.empty(), List.of(), List.of(), Dialect.defaults());
    }

    /** {@return these options with the SMILES strings in this column} */
    public TableOptions withSmiles(String column) {
        return new TableOptions(Optional.of(column), targets, keep, dialect);
    }

    /** {@return these options with labels in these columns} */
    public TableOptions withTargets(List<String> columns) {
        return new TableOptions(smiles, columns, keep, dialect);
    }

    /** {@return these options with labels in these columns} */
    public TableOptions withTargets(String... columns) {
        return withTargets(List.of(columns));
    }

    /** {@return these options with the text of these columns kept} */
    public TableOptions withKeep(String... columns) {
        return new TableOptions(smiles, targets, List.of(columns), dialect);
    }

    /** {@return these options with a delimiter} */
    public TableOptions withDelimiter(char delimiter) {
        return withDialect(new Dialect(Optional.of(delimiter), dialect.decimal(), dialect.encoding(), dialect.header(), dialect.missing()));
    }

    /** {@return these options with a decimal mark, which is a point unless stated: labels are never guessed} */
    public TableOptions withDecimal(char decimal) {
        return withDialect(new Dialect(dialect.delimiter(), Optional.of(decimal), dialect.encoding(), dialect.header(), dialect.missing()));
    }

    /** {@return these options with an encoding} */
    public TableOptions withEncoding(Charset encoding) {
        return withDialect(new Dialect(dialect.delimiter(), dialect.decimal(), Optional.of(encoding), dialect.header(), dialect.missing()));
    }

    /** {@return these options for a CSV file whose columns have no names: they are {@code c1}, {@code c2}, …} */
    public TableOptions withoutHeader() {
        return withDialect(new Dialect(dialect.delimiter(), dialect.decimal(), dialect.encoding(), HeaderRule.ABSENT, dialect.missing()));
    }

    /** {@return these options with further texts that stand for a missing label, beside those of {@link Dialect#MISSING}} */
    public TableOptions withMissing(String... markers) {
        List<String> all = new ArrayList<>(dialect.missing());
        all.addAll(List.of(markers));
        return withDialect(new Dialect(dialect.delimiter(), dialect.decimal(), dialect.encoding(), dialect.header(), all));
    }

    /** {@return these options with another dialect} */
    public TableOptions withDialect(Dialect dialect) {
        return new TableOptions(smiles, targets, keep, dialect);
    }
}
