package dev.trivium.reproduce.timetracker.zeroshot;

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

/** Runs as a CSV file: one line each. */
final class RunsFile {

    private static final String BAR = "|";
    private static final List<String> HEADER = List.of("set", "method", "windows", "series", "excluded", "cells", "missing", "mase", "scaled_crps",
            "coverage_80", "fit_seconds", "forecast_seconds", "note", "threads", "commit", "machine", "versions");

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
        String excluded = line.getField("excluded");
        return new Run(line.getField("set"), Method.parse(line.getField("method")),
                new Run.Targets((int) whole(line, "windows"), (int) whole(line, "series"), excluded.isEmpty() ? List.of() : List.of(excluded.split("\\|")),
                        whole(line, "cells"), whole(line, "missing")),
                new Run.Scores(number(line, "mase"), number(line, "scaled_crps"), number(line, "coverage_80")),
                new Run.Cost(number(line, "fit_seconds"), number(line, "forecast_seconds")), line.getField("note"),
                new Run.Origin((int) whole(line, "threads"), line.getField("commit"), line.getField("machine"), line.getField("versions")));
    }

    private static long whole(NamedCsvRecord line, String field) {
        return Long.parseLong(line.getField(field));
    }

    private static double number(NamedCsvRecord line, String field) {
        String text = line.getField(field);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /**
     * Writes runs, whole or not at all; a file of that name is replaced.
     *
     * @param sets names of the sets in the order wanted
     * @throws IOException naming the file, if it cannot be written
     */
    static void write(Path file, List<Run> runs, List<String> sets) throws IOException {
        List<List<String>> lines = new ArrayList<>(List.of(HEADER));
        runs.stream().sorted(Comparator.comparing((Run run) -> sets.indexOf(run.set())).thenComparing(Run::method))
                .forEach(run -> lines.add(fields(run)));
        TextFile.write(file, CsvText.of(lines));
    }

    private static List<String> fields(Run run) {
        Run.Targets targets = run.targets();
        return List.of(run.set(), run.method().title(), Integer.toString(targets.windows()), Integer.toString(targets.series()),
                String.join(BAR, targets.excluded()), Long.toString(targets.cells()), Long.toString(targets.missing()), text(run.scores().mase(), 6),
                text(run.scores().crps(), 6), text(run.scores().coverage(), 4), text(run.cost().fit(), 1), text(run.cost().forecast(), 1), run.note(),
                Integer.toString(run.origin().threads()), run.origin().commit(), run.origin().machine(), run.origin().versions());
    }

    private static String text(double value, int digits) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
