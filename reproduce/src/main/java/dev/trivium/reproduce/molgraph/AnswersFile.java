package dev.trivium.reproduce.molgraph;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.trivium.reproduce.record.CsvText;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Answers as a CSV file: a line per test molecule, a cell per task, so that fits of different days can be averaged. */
final class AnswersFile {

    private AnswersFile() {}

    static void write(Path file, Answers answers, int tasks) throws IOException {
        double[] values = answers.values();
        TextFile.write(file, CsvText.of(IntStream.range(0, values.length / tasks)
                .mapToObj(row -> Arrays.stream(values, row * tasks, (row + 1) * tasks).mapToObj(Double::toString).toList()).toList()));
    }

    /** {@return the answers; empty if there is no such file, or it is of another number of molecules} */
    static Optional<Answers> read(Path file, int count) throws IOException {
        if (!java.nio.file.Files.exists(file)) {
            return Optional.empty();
        }
        List<Double> values = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            csv.forEach(line -> line.getFields().forEach(cell -> values.add(Double.valueOf(cell))));
        } catch (NumberFormatException e) {
            throw new IOException(file + ": must hold numbers: " + e.getMessage(), e);
        }
        return values.size() == count ? Optional.of(new Answers(values.stream().mapToDouble(Double::doubleValue).toArray())) : Optional.empty();
    }
}
