package dev.trivium.molecular.table;

import dev.trivium.data.csv.CsvRecord;
import dev.trivium.data.csv.CsvRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The rows of a CSV file. */
final class CsvRows implements MoleculeRows {

    private final CsvRecords records;
    private final int smiles;
    private long number;

    private CsvRows(CsvRecords records, int smiles) {
        this.records = records;
        this.smiles = smiles;
    }

    static CsvRows open(Path path, TableOptions options) throws IOException {
        CsvRecords records = CsvRecords.open(path, options.dialect());
        try {
            return new CsvRows(records, new Columns(path, records.header()).smiles(options.smiles()));
        } catch (IOException e) {
            records.close();
            throw e;
        }
    }

    @Override
    public List<String> columns() {
        return records.header();
    }

    @Override
    public int smilesColumn() {
        return smiles;
    }

    @Override
    public List<String> notes() {
        return records.notes();
    }

    @Override
    public Optional<MoleculeRow> next() throws IOException {
        Optional<CsvRecord> next = records.next();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        List<String> cells = next.get().cells();
        int width = records.header().size();
        Optional<String> fault = cells.size() == width ? Optional.empty()
                : Optional.of("row must have " + width + " cells like the first line, got " + cells.size());
        return Optional.of(new MoleculeRow(number++, next.get().line(), smiles < cells.size() ? cells.get(smiles) : "", cells, fault));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
