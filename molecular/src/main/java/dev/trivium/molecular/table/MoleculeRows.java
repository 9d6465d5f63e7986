package dev.trivium.molecular.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of a file of molecules, one after another, in the memory of one row. Close it. Not safe for several threads. */
public sealed interface MoleculeRows extends AutoCloseable permits CsvRows, SdfRows, SmiRows {

    /** {@return the names of the columns} */
    List<String> columns();

    /** {@return the number of the column that holds the SMILES strings, counted from 0} */
    int smilesColumn();

    /** {@return what was decided about the file that a reader should know, such as its encoding; empty if nothing} */
    List<String> notes();

    /**
     * {@return the next row; empty at the end} A row with a fault does not stop those after it.
     *
     * @throws IOException if the file cannot be cut into rows any further; the message has file and line
     */
    Optional<MoleculeRow> next() throws IOException;

    @Override
    void close() throws IOException;
}
