package dev.trivium.reproduce.waverora;

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

/** Runs as a CSV file: one line per data set, horizon and seed. */
final class RunsFile {

    private static final List<String> HEADER = List.of("dataset", "horizon", "seed", "windows", "windows_kept", "mse", "mae", "kept_mse",
            "kept_mae", "last_value_mse", "last_value_mae", "seasonal_mse", "seasonal_mae", "linear_mse", "linear_mae", "epochs",
            "best_epoch", "fit_seconds", "threads", "commit", "machine", "versions");

    private RunsFile() {}

    /**
     * {@return the runs in a file; none if there is no such file}
     *
     * @throws IOException naming file and line, if a line is not a run
     */
    static List<SeedRun> read(Path file) throws IOException {
        List<SeedRun> runs = new ArrayList<>();
        if (!Files.exists(file)) {
            return runs;
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                try {
                    runs.add(run(line));
                } catch (NoSuchElementException | NumberFormatException e) {
                    throw new IOException(file + ", line " + line.getStartingLineNumber() + ": " + e.getMessage(), e);
                }
            }
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return runs;
    }

    private static SeedRun run(NamedCsvRecord line) {
        return new SeedRun(new Setting(line.getField("dataset"), whole(line, "horizon")), Long.parseLong(line.getField("seed")),
                new SeedRun.Windows(whole(line, "windows"), whole(line, "windows_kept")), score(line, ""), score(line, "kept_"),
                new SeedRun.Simple(score(line, "last_value_"), score(line, "seasonal_"), score(line, "linear_")),
                new SeedRun.Fit(whole(line, "epochs"), whole(line, "best_epoch"), Double.parseDouble(line.getField("fit_seconds"))),
                new SeedRun.Origin(whole(line, "threads"), line.getField("commit"), line.getField("machine"), line.getField("versions")));
    }

    private static int whole(NamedCsvRecord line, String field) {
        return Integer.parseInt(line.getField(field));
    }

    private static Score score(NamedCsvRecord line, String method) {
        return new Score(Double.parseDouble(line.getField(method + "mse")), Double.parseDouble(line.getField(method + "mae")));
    }

    /**
     * Writes runs, whole or not at all; a file of that name is replaced.
     *
     * @throws IOException naming the file, if it cannot be written
     */
    static void write(Path file, List<SeedRun> runs) throws IOException {
        List<List<String>> lines = new ArrayList<>(List.of(HEADER));
        runs.forEach(run -> lines.add(fields(run)));
        TextFile.write(file, CsvText.of(lines));
    }

    private static List<String> fields(SeedRun run) {
        List<String> fields = new ArrayList<>(List.of(run.setting().dataset(), Integer.toString(run.setting().horizon()),
                Long.toString(run.seed()), Integer.toString(run.windows().all()), Integer.toString(run.windows().kept())));
        for (Score score : List.of(run.all(), run.kept(), run.simple().lastValue(), run.simple().seasonal(), run.simple().linear())) {
            fields.add(String.format(Locale.ROOT, "%.6f", score.mse()));
            fields.add(String.format(Locale.ROOT, "%.6f", score.mae()));
        }
        fields.addAll(List.of(Integer.toString(run.fit().epochs()), Integer.toString(run.fit().bestEpoch()),
                String.format(Locale.ROOT, "%.1f", run.fit().seconds()), Integer.toString(run.origin().threads()), run.origin().commit(),
                run.origin().machine(), run.origin().versions()));
        return fields;
    }
}
