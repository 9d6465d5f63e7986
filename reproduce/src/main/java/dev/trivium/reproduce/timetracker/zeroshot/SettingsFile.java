package dev.trivium.reproduce.timetracker.zeroshot;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.trivium.data.catalog.SplitRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads {@code settings.csv}. */
final class SettingsFile {

    private SettingsFile() {}

    /**
     * {@return the sets, in the order of the file}
     *
     * @throws IOException naming file and line, if a line is not a set
     */
    static List<StudySet> read(Path file) throws IOException {
        List<StudySet> sets = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                try {
                    sets.add(set(line));
                } catch (NoSuchElementException | IllegalArgumentException e) {
                    throw new IOException(file + ", line " + line.getStartingLineNumber() + ": " + e.getMessage(), e);
                }
            }
        } catch (CsvParseException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        return sets;
    }

    private static StudySet set(NamedCsvRecord line) {
        String missing = line.getField("missing");
        StudySet.Source source = new StudySet.Source(line.getField("dataset"), rule(line.getField("split")),
                missing.isEmpty() ? Double.NaN : Double.parseDouble(missing));
        StudySet.Lengths lengths = new StudySet.Lengths(whole(line, "context", 1), whole(line, "lookback", 1), whole(line, "waverora_lookback", 1),
                whole(line, "tuned_context", 1));
        return new StudySet(line.getField("name"), source, whole(line, "horizon", 1), whole(line, "season", 1), whole(line, "stride", 1), lengths,
                whole(line, "waverora_epochs", 1));
    }

    private static SplitRule rule(String label) {
        return Arrays.stream(SplitRule.values()).filter(rule -> rule.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("split must be among "
                        + Arrays.stream(SplitRule.values()).map(SplitRule::label).toList() + ", got " + label));
    }

    private static int whole(NamedCsvRecord line, String field, int least) {
        int value = Integer.parseInt(line.getField(field));
        if (value < least) {
            throw new IllegalArgumentException(field + " must be at least " + least + ", got " + value);
        }
        return value;
    }
}
