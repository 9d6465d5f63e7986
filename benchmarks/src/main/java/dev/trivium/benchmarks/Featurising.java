package dev.trivium.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.trivium.molecular.featurize.Featurizer;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * How many molecules a second one thread turns from SMILES into features. {@code --data FILE.csv[.gz] --column smiles --rounds 20 --warm-up 10};
 * a round is the whole file. Prints the median and the fastest round, the rate by
 * processor time, which other work on the machine hardly changes, and the slowest single molecule of the last round.
 */
public final class Featurising {

    private static final Featurizer FEATURIZER = Featurizer.standard();
    private static final ParseSettings SETTINGS = ParseSettings.standard();

    private Featurising() {}

    /** Times rounds over the file. */
    public static void main(String[] arguments) throws IOException {
        Arguments options = new Arguments(arguments, List.of("--data", "--column", "--rounds", "--warm-up"));
        List<String> smiles = column(Path.of(options.text("--data", "BBBP.csv.gz")), options.text("--column", "smiles"));
        for (int round = 0; round < options.number("--warm-up", 10); round++) {
            featurise(smiles, new double[smiles.size()]);
        }
        double[] seconds = new double[options.number("--rounds", 20)];
        double[] processor = new double[seconds.length];
        double[] each = new double[smiles.size()];
        long atoms = 0;
        for (int round = 0; round < seconds.length; round++) {
            long start = System.nanoTime();
            long startOfProcessor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            atoms = featurise(smiles, each);
            seconds[round] = (System.nanoTime() - start) / 1e9;
            processor[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startOfProcessor) / 1e9;
        }
        Arrays.sort(seconds);
        Arrays.sort(processor);
        System.out.printf(Locale.ROOT, "%d molecules, %d atoms: %.0f molecules/s in the median round, %.0f in the fastest; %.0f/s of processor "
                + "time; slowest molecule %.1f ms%n", smiles.size(), atoms, smiles.size() / seconds[seconds.length / 2],
                smiles.size() / seconds[0], smiles.size() / processor[processor.length / 2], 1e3 * Arrays.stream(each).max().orElse(0));
    }

    private static List<String> column(Path file, String name) throws IOException {
        List<String> values = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .ofNamedCsvRecord(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)))) {
            rows.forEach(row -> values.add(row.getField(name)));
        }
        return values;
    }

    /** {@return the number of atoms, so that no work can be optimised away} */
    private static long featurise(List<String> smiles, double[] seconds) {
        long atoms = 0;
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            if (Molecule.parse(smiles.get(i), SETTINGS) instanceof Parsed.Ok ok) {
                atoms += FEATURIZER.graph(ok.molecule()).atoms();
            }
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return atoms;
    }
}
