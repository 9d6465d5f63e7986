package dev.trivium.molecular.table;

import dev.trivium.data.csv.TextFile;
import dev.trivium.molecular.featurize.StructureBlock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of an SDF or MOL file, looked through once before for the names of their data items. */
final class SdfRows implements MoleculeRows {

    private final SdfText text;
    private final List<String> notes;
    private final List<String> columns;
    private final int smiles;
    private long number;

    private SdfRows(SdfText text, List<String> notes, List<String> columns, int smiles) {
        this.text = text;
        this.notes = notes;
        this.columns = columns;
        this.smiles = smiles;
    }

    static SdfRows open(Path path, TableOptions options) throws IOException {
        TextFile file = TextFile.of(path, options.dialect().encoding());
        List<String> columns = new ArrayList<>();
        try (SdfText scan = new SdfText(path, new BufferedReader(file.open()))) {
            List<String> items = scan.itemNames();
            columns.add(free("smiles", items));
            columns.add(free("name", items));
            columns.addAll(items);
        }
        int smiles = options.smiles().isPresent() ? new Columns(path, columns).smiles(options.smiles()) : 0;
        return new SdfRows(new SdfText(path, new BufferedReader(file.open())), file.notes(), List.copyOf(columns), smiles);
    }

    /** The name, with {@code structure} before it if a data item has it already. */
    private static String free(String name, List<String> items) {
        String free = name;
        while (items.contains(free)) {
            free = "structure " + free;
        }
        return free;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public int smilesColumn() {
        return smiles;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Optional<MoleculeRow> next() throws IOException {
        Optional<SdfText.Entry> next = text.next();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        SdfText.Entry entry = next.get();
        Map<String, String> cells = new LinkedHashMap<>();
        columns.forEach(column -> cells.put(column, ""));
        Optional<String> fault = entry.fault();
        StructureBlock.Written written = StructureBlock.toSmiles(entry.block());
        if (written instanceof StructureBlock.Written.Smiles ok) {
            cells.put(columns.get(0), ok.text());
        } else if (written instanceof StructureBlock.Written.Refused refused && fault.isEmpty() && smiles == 0) {
            fault = Optional.of("structure " + refused.reason());
        }
        cells.put(columns.get(1), entry.name());
        cells.putAll(entry.items());
        List<String> row = List.copyOf(cells.values());
        return Optional.of(new MoleculeRow(number++, entry.line(), row.get(smiles), row, fault));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
