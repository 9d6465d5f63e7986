package dev.trivium.molecular;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The published sets with given splits, from the folder {@code shared} beside the checkout. */
public final class RealMolecules {

    private static final String FOLDER = "molecules/molgraph_xlstm/moleculenet_datasets";

    private RealMolecules() {}

    /**
     * Reads a part of a set, or skips the test where the folder is absent.
     *
     * @param name of the set, such as {@code delaney}
     * @param split 1, 2 or 3
     * @param part {@code train}, {@code valid} or {@code test}
     */
    public static MoleculeSet part(String name, int split, String part) {
        String set = name + "_" + split;
        Path plain = SharedData.file(FOLDER).resolve(set).resolve(part + "_" + set + ".csv");
        try (InputStream in = Files.exists(plain) ? Files.newInputStream(plain)
                : new GZIPInputStream(Files.newInputStream(plain.resolveSibling(plain.getFileName() + ".gz")))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MoleculeSet read(InputStream in) throws IOException {
        List<String> smiles = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        List<String> tasks = List.of();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : reader) {
                boolean bace = row.getHeader().contains("Class"); // beside it stand 593 descriptors
                String written = bace ? "mol" : "smiles";
                tasks = bace ? List.of("Class") : row.getHeader().stream().filter(column -> !column.equals(written)).toList();
                smiles.add(row.getField(written));
                tasks.forEach(task -> labels.add(row.getField(task).isBlank() ? Double.NaN : Double.parseDouble(row.getField(task))));
            }
        }
        return MoleculeSet.of(smiles, tasks, labels.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
