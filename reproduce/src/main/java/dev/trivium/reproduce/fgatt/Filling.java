package dev.trivium.reproduce.fgatt;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.split.Segment;
import dev.trivium.evaluation.gap.GapEstimates;
import dev.trivium.evaluation.gap.GapTargets;
import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.reproduce.record.CsvText;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What one fit put into the hidden test cells, with intervals; kept as a CSV file with a line for each cell. */
final class Filling {

    private static final double LEVEL = 0.8;
    private static final List<String> HEADER = List.of("row", "series", "truth", "value", "lower", "upper");

    private final double[] value;
    private final double[] lower;
    private final double[] upper;
    private int next;

    Filling(int cells) {
        value = new double[cells];
        lower = new double[cells];
        upper = new double[cells];
    }

    /** Adds the hidden cells of a run of test rows; the runs come in their order. */
    void add(FilledSeries filled, Segment rows, HiddenMask mask) {
        if (filled.level() != LEVEL) {
            throw new IllegalStateException("intervals must be for " + LEVEL + ", got " + filled.level());
        }
        for (int t = 0; t < rows.length(); t++) {
            for (int s = 0; s < filled.values().width(); s++) {
                if (mask.hidden(rows.from() + t, s)) {
                    add(filled.values().value(t, s), filled.lower().value(t, s), filled.upper().value(t, s));
                }
            }
        }
    }

    void add(double estimate, double low, double high) {
        value[next] = estimate;
        lower[next] = low;
        upper[next++] = high;
    }

    GapEstimates estimates(GapTargets targets) {
        if (next != value.length) {
            throw new IllegalStateException("cells must be " + value.length + ", got " + next);
        }
        return new GapEstimates(targets, value, lower, upper, LEVEL);
    }

    void write(Path file, GapTargets targets) throws IOException {
        List<List<String>> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < value.length; i++) {
            lines.add(List.of(Integer.toString(targets.row(i)), targets.series().get(targets.column(i)), Double.toString(targets.truth(i)),
                    Double.toString(value[i]), Double.toString(lower[i]), Double.toString(upper[i])));
        }
        TextFile.write(file, CsvText.of(lines));
    }

    /**
     * {@return what is in the file; empty if there is none}
     *
     * @throws IOException naming the file, if it is damaged or of other cells
     */
    static Optional<Filling> read(Path file, GapTargets targets) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Filling filling = new Filling(targets.cells());
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                int i = filling.next;
                if (i == targets.cells() || !line.getField("series").equals(targets.series().get(targets.column(i)))
                        || Integer.parseInt(line.getField("row")) != targets.row(i) || number(line, "truth") != targets.truth(i)) {
                    throw new IOException(file + ", line " + line.getStartingLineNumber() + ": must be a cell of this mask; delete the file");
                }
                filling.add(number(line, "value"), number(line, "lower"), number(line, "upper"));
            }
        } catch (NumberFormatException | NoSuchElementException e) {
            throw new IOException(file + ": must hold the columns " + HEADER + " with numbers: " + e.getMessage(), e);
        }
        if (filling.next != targets.cells()) {
            throw new IOException(file + ": must hold " + targets.cells() + " cells, got " + filling.next);
        }
        return Optional.of(filling);
    }

    private static double number(NamedCsvRecord line, String field) {
        return Double.parseDouble(line.getField(field));
    }
}
