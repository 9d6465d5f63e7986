package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.data.catalog.SplitRule;
import dev.trivium.reproduce.record.Cells;
import dev.trivium.reproduce.record.CsvText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads {@code settings.csv}. */
final class SettingsFile {

    private SettingsFile() {}

    /**
     * {@return the sets, in the order of the file}
     *
     * @throws IOException naming file and line, if a line is not a set
     */
    static List<StudySet> read(Path file) throws IOException {
        return CsvText.read(file, SettingsFile::set);
    }

    private static StudySet set(Cells line) {
        StudySet.Source source = new StudySet.Source(line.text("dataset"), rule(line.text("split")),
                line.number("missing"));
        StudySet.Lengths lengths = new StudySet.Lengths(whole(line, "context", 1), whole(line, "lookback", 1), whole(line, "waverora_lookback", 1),
                whole(line, "tuned_context", 1));
        return new StudySet(line.text("name"), source, whole(line, "horizon", 1), whole(line, "season", 1), whole(line, "stride", 1), lengths,
                whole(line, "waverora_epochs", 1));
    }

    private static SplitRule rule(String label) {
        return Arrays.stream(SplitRule.values()).filter(rule -> rule.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("split must be among "
                        + Arrays.stream(SplitRule.values()).map(SplitRule::label).toList() + ", got " + label));
    }

    private static int whole(Cells line, String field, int least) {
        int value = line.whole(field);
        if (value < least) {
            throw new IllegalArgumentException(field + " must be at least " + least + ", got " + value);
        }
        return value;
    }
}
