package dev.trivium.reproduce.timetracker.finetune;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.trivium.reproduce.record.CsvText;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;

/** Runs as a CSV file: one line each. */
final class RunsFile {

    private static final List<String> HEADER = List.of("dataset", "start", "share", "seed", "windows", "mse", "mae", "epochs", "best_epoch",
            "fit_seconds", "threads", "commit", "machine", "versions");

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
        Setting setting = new Setting(line.getField("dataset"), Setting.Origin.parse(line.getField("start")), number(line, "share"));
        return new Run(setting, Long.parseLong(line.getField("seed")), (int) number(line, "windows"), number(line, "mse"), number(line, "mae"),
                new Run.Fit((int) number(line, "epochs"), (int) number(line, "best_epoch"), number(line, "fit_seconds")),
                new Run.Origin((int) number(line, "threads"), line.getField("commit"), line.getField("machine"), line.getField("versions")));
    }

    private static double number(NamedCsvRecord line, String field) {
        return Double.parseDouble(line.getField(field));
    }

    /** {@return runs with more, in place of those of the same setting and seed} */
    static List<Run> merged(List<Run> runs, List<Run> more) {
        List<Run> all = new ArrayList<>(runs);
        for (Run run : more) {
            all.removeIf(run::replaces);
            all.add(run);
        }
        return all;
    }

    /**
     * Writes runs, whole or not at all; a file of that name is replaced.
     *
     * @throws IOException naming the file, if it cannot be written
     */
    static void write(Path file, List<Run> runs) throws IOException {
        List<List<String>> lines = new ArrayList<>(List.of(HEADER));
        runs.stream().sorted(Comparator.comparing((Run run) -> run.setting().dataset()).thenComparing(run -> -run.setting().share())
                .thenComparing(run -> run.setting().start()).thenComparing(Run::seed)).forEach(run -> lines.add(fields(run)));
        TextFile.write(file, CsvText.of(lines));
    }

    private static List<String> fields(Run run) {
        return List.of(run.setting().dataset(), run.setting().start().title(), Double.toString(run.setting().share()), Long.toString(run.seed()),
                Integer.toString(run.windows()), text(run.mse(), 6), text(run.mae(), 6), Integer.toString(run.fit().epochs()),
                Integer.toString(run.fit().best()), text(run.fit().seconds(), 1), Integer.toString(run.origin().threads()), run.origin().commit(),
                run.origin().machine(), run.origin().versions());
    }

    private static String text(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /**
     * {@return the mean MSE over the seeds of WaveRoRA's recorded runs, 96 rows to 96 rows; empty if there is none}
     *
     * @param file {@code expected.csv} of {@code reproduce/waverora-ett}
     */
    static OptionalDouble waverora(Path file, String dataset) throws IOException {
        List<Double> found = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                if (line.getField("dataset").equals(dataset) && line.getField("horizon").equals("96")) {
                    found.add(number(line, "mse"));
                }
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).average();
    }
}
