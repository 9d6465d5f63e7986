package dev.trivium.molecular.table;

import dev.trivium.data.csv.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The rows of an SMI file: SMILES, white space, and as name the rest of the line. A first line that starts with {@code SMILES} is a header. */
final class SmiRows implements MoleculeRows {

    private final BufferedReader text;
    private final List<String> notes;
    private long line;
    private long number;
    private long emptyLines;
    private Optional<MoleculeRow> held = Optional.empty();

    private SmiRows(BufferedReader text, List<String> notes) {
        this.text = text;
        this.notes = notes;
    }

    static SmiRows open(Path path, TableOptions options) throws IOException {
        TextFile file = TextFile.of(path, options.dialect().encoding());
        SmiRows rows = new SmiRows(new BufferedReader(file.open()), file.notes());
        new Columns(path, rows.columns()).smiles(options.smiles());
        return rows;
    }

    @Override
    public List<String> columns() {
        return List.of("smiles", "name");
    }

    @Override
    public int smilesColumn() {
        return 0;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    /** A line without anything is an empty SMILES string, unless only such lines follow. */
    @Override
    public Optional<MoleculeRow> next() throws IOException {
        if (held.isEmpty()) {
            held = read();
        }
        if (held.isPresent() && emptyLines > 0) {
            Optional<MoleculeRow> empty = Optional.of(row(held.get().line() - emptyLines, List.of("", "")));
            emptyLines--;
            return empty;
        }
        Optional<MoleculeRow> row = held.map(last -> row(last.line(), last.cells()));
        held = Optional.empty();
        return row;
    }

    private MoleculeRow row(long at, List<String> cells) {
        return new MoleculeRow(number++, at, cells.get(0), cells, Optional.empty());
    }

    /** The next line that holds anything, with a number that is not yet its own. */
    private Optional<MoleculeRow> read() throws IOException {
        for (String next = text.readLine(); next != null; next = text.readLine()) {
            line++;
            String[] parts = next.strip().split("\\s+", 2);
            if (parts[0].isEmpty()) {
                emptyLines++;
            } else if (line > 1 || !parts[0].equalsIgnoreCase("smiles")) {
                return Optional.of(new MoleculeRow(0, line, parts[0], List.of(parts[0], parts.length > 1 ? parts[1] : ""), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
