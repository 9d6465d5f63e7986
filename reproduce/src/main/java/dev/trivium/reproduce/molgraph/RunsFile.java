package dev.trivium.reproduce.molgraph;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.trivium.reproduce.record.CsvText;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** Runs as a CSV file: one line each. */
final class RunsFile {

    private static final List<String> HEADER = List.of("set", "split", "method", "seeds", "train", "validation", "test", "refused",
            "rmse_or_auroc", "mae_or_auprc", "pearson_or_brier", "best_validation", "epochs", "best_epoch", "fit_seconds", "threads",
            "commit", "machine", "versions");

    private RunsFile() {}

    /**
     * {@return the runs in a file; none if there is no such file}
     *
     * @throws IOException naming file and line, if a line is not a run
     */
    static List<Run> read(Path file) throws IOException {
        List<Run> runs = new ArrayList<>();
        if (!Files.exists(file)) {
            return runs;
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                try {
                    runs.add(run(line));
                } catch (NoSuchElementException | IllegalArgumentException e) {
                    throw new IOException(file + ", line " + line.getStartingLineNumber() + ": " + e.getMessage(), e);
                }
            }
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return runs;
    }

    private static Run run(NamedCsvRecord line) {
        return new Run(Benchmark.parse(line.getField("set")), line.getField("split"), Method.parse(line.getField("method")),
                line.getField("seeds"),
                new Run.Sizes(whole(line, "train"), whole(line, "validation"), whole(line, "test"), whole(line, "refused")),
                new Run.Scores(number(line, "rmse_or_auroc"), number(line, "mae_or_auprc"), number(line, "pearson_or_brier")),
                new Run.Fit(number(line, "best_validation"), whole(line, "epochs"), whole(line, "best_epoch"), number(line, "fit_seconds")),
                new Run.Origin(whole(line, "threads"), line.getField("commit"), line.getField("machine"), line.getField("versions")));
    }

    private static int whole(NamedCsvRecord line, String field) {
        return Integer.parseInt(line.getField(field));
    }

    private static double number(NamedCsvRecord line, String field) {
        String text = line.getField(field);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /**
     * Writes runs, whole or not at all; a file of that name is replaced.
     *
     * @throws IOException naming the file, if it cannot be written
     */
    static void write(Path file, List<Run> runs) throws IOException {
        List<List<String>> lines = new ArrayList<>(List.of(HEADER));
        runs.forEach(run -> lines.add(fields(run)));
        TextFile.write(file, CsvText.of(lines));
    }

    private static List<String> fields(Run run) {
        return List.of(run.benchmark().name(), run.split(), run.method().title(), run.seeds(), Integer.toString(run.sizes().train()),
                Integer.toString(run.sizes().validation()), Integer.toString(run.sizes().test()), Integer.toString(run.sizes().refused()),
                text(run.scores().first(), 6), text(run.scores().second(), 6), text(run.scores().third(), 6),
                text(run.fit().validation(), 6), Integer.toString(run.fit().epochs()), Integer.toString(run.fit().bestEpoch()),
                text(run.fit().seconds(), 1), Integer.toString(run.origin().threads()), run.origin().commit(), run.origin().machine(),
                run.origin().versions());
    }

    private static String text(double value, int digits) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
