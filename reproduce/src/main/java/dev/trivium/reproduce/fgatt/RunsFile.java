package dev.trivium.reproduce.fgatt;

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

/** Runs as a CSV file: one line each, in the order of the tables. */
final class RunsFile {

    private static final List<String> HEADER = List.of("setting", "method", "seeds", "mask_sha256", "cells", "mae", "mae_sd",
            "mae_low", "mae_high", "rmse", "mre", "coverage_80", "p_linear", "best_simple", "p_best_simple", "p_no_graph", "p_fgatt",
            "mae_fgatt", "best_validation", "epochs", "best_epoch", "fit_seconds", "fill_seconds", "threads", "commit", "machine",
            "versions");

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
        return new Run(Setting.parse(line.getField("setting")), Method.parse(line.getField("method")), line.getField("seeds"),
                new Run.Mask(line.getField("mask_sha256"), whole(line, "cells")),
                new Run.Scores(number(line, "mae"), number(line, "mae_sd"), number(line, "mae_low"), number(line, "mae_high"),
                        number(line, "rmse"), number(line, "mre"), number(line, "coverage_80")),
                new Run.Paired(number(line, "p_linear"), line.getField("best_simple"), number(line, "p_best_simple"),
                        number(line, "p_no_graph"), number(line, "p_fgatt"), number(line, "mae_fgatt")),
                new Run.Fit(number(line, "best_validation"), whole(line, "epochs"), whole(line, "best_epoch"), number(line, "fit_seconds"),
                        number(line, "fill_seconds")),
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
        runs.stream().sorted(Comparator.comparing(Run::setting).thenComparing(Run::method).thenComparing(Run::seeds))
                .forEach(run -> lines.add(fields(run)));
        TextFile.write(file, CsvText.of(lines));
    }

    private static List<String> fields(Run run) {
        return List.of(run.setting().title(), run.method().title(), run.seeds(), run.mask().sha256(), Integer.toString(run.mask().cells()),
                text(run.scores().mae(), 6), text(run.scores().deviation(), 6), text(run.scores().low(), 6), text(run.scores().high(), 6),
                text(run.scores().rmse(), 6), text(run.scores().mre(), 6), text(run.scores().coverage(), 4),
                text(run.paired().linear(), 6), run.paired().bestSimple(), text(run.paired().simple(), 6),
                text(run.paired().noGraph(), 6), text(run.paired().fgatt(), 6), text(run.paired().fgattMae(), 6),
                text(run.fit().validation(), 6), Integer.toString(run.fit().epochs()), Integer.toString(run.fit().bestEpoch()),
                text(run.fit().seconds(), 1), text(run.fit().fillSeconds(), 1), Integer.toString(run.origin().threads()),
                run.origin().commit(), run.origin().machine(), run.origin().versions());
    }

    private static String text(double value, int digits) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
