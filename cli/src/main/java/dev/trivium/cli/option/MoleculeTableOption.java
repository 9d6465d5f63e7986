package dev.trivium.cli.option;

import dev.trivium.molecular.table.TableOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a file of molecules is to be read; what is not stated is found out. */
public final class MoleculeTableOption {

    @Option(names = "--smiles", paramLabel = "COLUMN",
            description = "Column of SMILES strings; by default the one called smiles, or the only one whose name says so.")
    private @Nullable String smiles;

    @Mixin
    private DialectOption dialect = new DialectOption();

    /** The fields are set by the command line. */
    public MoleculeTableOption() {}

    /** {@return what was stated, as options of the reader} */
    public TableOptions options() {
        TableOptions options = TableOptions.defaults().withDialect(dialect.dialect());
        return smiles == null ? options : options.withSmiles(smiles);
    }

    /** {@return the stated column of SMILES strings} */
    public Optional<String> smiles() {
        return Optional.ofNullable(smiles);
    }

    /** {@return whether anything is stated} */
    boolean describesAFile() {
        return !options().equals(TableOptions.defaults());
    }
}
