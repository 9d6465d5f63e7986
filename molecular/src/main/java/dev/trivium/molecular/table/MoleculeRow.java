package dev.trivium.molecular.table;

import java.util.List;
import java.util.Optional;

/**
 * One row of a file of molecules.
 *
 * @param number counted from 0 in the order of the file
 * @param line   the line on which it starts, counted from 1
 * @param smiles the SMILES string as written, without blanks around it; empty if the row holds none
 * @param cells  its cells without blanks around them: one per column of {@link MoleculeRows#columns}, unless the fault says otherwise
 * @param fault  why the row cannot be used whatever its SMILES string is, such as a wrong number of cells; empty if nothing is wrong
 */
public record MoleculeRow(long number, long line, String smiles, List<String> cells, Optional<String> fault) {

    /** Copies the cells. */
    public MoleculeRow {
        cells = List.copyOf(cells);
    }
}
