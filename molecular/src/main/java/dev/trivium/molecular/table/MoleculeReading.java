package dev.trivium.molecular.table;

import dev.trivium.molecular.MoleculeSet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of molecules that was read whole. Immutable. */
public final class MoleculeReading {

    private final Path path;
    private final MoleculeSet set;
    private final String smilesColumn;
    private final long[] lines;
    private final Map<String, List<String>> kept;
    private final List<String> notes;

    MoleculeReading(Path path, MoleculeSet set, String smilesColumn, long[] lines, Map<String, List<String>> kept, List<String> notes) {
        this.path = path;
        this.set = set;
        this.smilesColumn = smilesColumn;
        this.lines = lines;
        Map<String, List<String>> copy = new LinkedHashMap<>();
        kept.forEach((name, cells) -> copy.put(name, List.copyOf(cells)));
        this.kept = copy;
        this.notes = notes;
    }

    /** {@return the file} */
    public Path path() {
        return path;
    }

    /** {@return the molecules with their labels, in the order of the file} */
    public MoleculeSet set() {
        return set;
    }

    /** {@return the name of the column that held the SMILES strings} */
    public String smilesColumn() {
        return smilesColumn;
    }

    /** {@return the line of the file on which a molecule starts, counted from 1} */
    public long line(int molecule) {
        return lines[molecule];
    }

    /**
     * {@return the texts of a kept column, one per molecule}
     *
     * @throws IllegalArgumentException if it was not kept
     */
    public List<String> column(String name) {
        List<String> cells = kept.get(name);
        if (cells == null) {
            throw new IllegalArgumentException("name must be a kept column, one of " + kept.keySet() + ", got " + name);
        }
        return cells;
    }

    /** {@return what was decided about the file that a reader should know; empty if nothing} */
    public List<String> notes() {
        return notes;
    }
}
