package dev.trivium.molecular.table;

import dev.trivium.molecular.MoleculeSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads all rows into a set; the first that cannot be used is an error. */
final class WholeReader {

    private final Path path;
    private final MoleculeRows rows;
    private final int[] targets;
    private final List<String> tasks = new ArrayList<>();
    private final Map<String, Integer> kept = new LinkedHashMap<>();
    private final Labels reader;
    private final List<String> smiles = new ArrayList<>();
    private final List<List<String>> keptCells = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private double[] labels = new double[1 << 10];
    private long[] lines = new long[1 << 10];

    WholeReader(Path path, MoleculeRows rows, TableOptions options) throws IOException {
        this.path = path;
        this.rows = rows;
        notes.addAll(rows.notes());
        Columns columns = new Columns(path, rows.columns());
        targets = new int[options.targets().size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = columns.find("target", options.targets().get(i));
            tasks.add(rows.columns().get(targets[i]));
        }
        if (Arrays.stream(targets).distinct().count() < targets.length) {
            throw new IllegalArgumentException("targets must be different columns, got " + options.targets());
        }
        for (String name : options.keep()) {
            kept.put(name, columns.find("kept column", name));
            keptCells.add(new ArrayList<>());
        }
        reader = new Labels(path, tasks, options.dialect());
    }

    MoleculeReading read() throws IOException {
        for (Optional<MoleculeRow> next = rows.next(); next.isPresent(); next = rows.next()) {
            add(next.get());
        }
        if (smiles.isEmpty()) {
            throw new MoleculeFormatException(path, "must hold molecules, got none");
        }
        Map<String, List<String>> columns = new LinkedHashMap<>();
        int i = 0;
        for (String name : kept.keySet()) {
            columns.put(name, keptCells.get(i++));
        }
        MoleculeSet set = MoleculeSet.of(smiles, tasks, Arrays.copyOf(labels, smiles.size() * targets.length));
        return new MoleculeReading(path, set, rows.columns().get(rows.smilesColumn()), Arrays.copyOf(lines, smiles.size()), columns,
                List.copyOf(notes));
    }

    private void add(MoleculeRow row) throws IOException {
        if (row.fault().isPresent()) {
            if (row.cells().size() != rows.columns().size()) {
                throw new MoleculeFormatException(path, row.line(), row.fault().get());
            }
            notes.add("line " + row.line() + ": " + row.fault().get());
        }
        int n = smiles.size();
        if (n == lines.length) {
            lines = Arrays.copyOf(lines, 2 * n);
        }
        lines[n] = row.line();
        if ((n + 1) * targets.length > labels.length) {
            labels = Arrays.copyOf(labels, Math.max(2 * labels.length, (n + 1) * targets.length));
        }
        for (int i = 0; i < targets.length; i++) {
            labels[n * targets.length + i] = reader.read(i, row.cells().get(targets[i]), row.line());
        }
        int i = 0;
        for (int column : kept.values()) {
            keptCells.get(i++).add(row.cells().get(column));
        }
        smiles.add(row.smiles());
    }
}
