package dev.trivium.molecular.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads files of molecules. See the package for the formats. */
public final class MoleculeFile {

    private MoleculeFile() {}

    /**
     * Reads a whole file. An empty SMILES string is kept, and so is, with a note and as an empty string, a structure that cannot be written
     * as SMILES: that they are no molecules, the featuriser says.
     *
     * @throws IOException if a row has too few or too many cells, a label is neither a number nor missing, or a column is absent or ambiguous; the message has
     *     the file and, where there is one, the line
     */
    public static MoleculeReading read(Path path, TableOptions options) throws IOException {
        try (MoleculeRows rows = open(path, options)) {
            return new WholeReader(path, rows, options).read();
        }
    }

    /**
     * Opens a file to go through it row by row. Targets and kept columns are looked for, but not read.
     *
     * @throws IOException if there is no such file, or a column is absent or ambiguous
     */
    public static MoleculeRows open(Path path, TableOptions options) throws IOException {
        MoleculeRows rows = rows(path, options);
        try {
            Columns columns = new Columns(path, rows.columns());
            for (String target : options.targets()) {
                columns.find("target", target);
            }
            for (String kept : options.keep()) {
                columns.find("kept column", kept);
            }
            return rows;
        } catch (IOException e) {
            rows.close();
            throw e;
        }
    }

    private static MoleculeRows rows(Path path, TableOptions options) throws IOException {
        String ending = ending(path);
        if (List.of("sdf", "sd", "mol").contains(ending)) {
            return SdfRows.open(path, options);
        }
        return List.of("smi", "ism").contains(ending) ? SmiRows.open(path, options) : CsvRows.open(path, options);
    }

    /** The ending of the file name in lower case, that of the compression left out. */
    private static String ending(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zip)$", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
