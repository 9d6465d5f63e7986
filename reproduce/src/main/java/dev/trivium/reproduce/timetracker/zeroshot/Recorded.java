package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.reproduce.record.ReadmeTable;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The figures in the repository: {@code expected.csv}, and the tables in the README that are made from it. */
final class Recorded {

    private final Path expected;
    private final Path readme;
    private final List<StudySet> sets;

    private Recorded(Path folder, List<StudySet> sets) {
        expected = folder.resolve("expected.csv");
        readme = folder.resolve("README.md");
        this.sets = sets;
    }

    static Recorded in(Path folder, List<StudySet> sets) {
        return new Recorded(folder, sets);
    }

    /** Adds runs, in place of those of the same set and method. */
    void add(List<Run> more) throws IOException {
        List<Run> all = merged(RunsFile.read(expected), more);
        RunsFile.write(expected, all, sets.stream().map(StudySet::name).toList());
        TextFile.write(readme, ReadmeTable.replaced(readme, ResultTables.of(sets, RunsFile.read(expected)).markdown()));
    }

    static List<Run> merged(List<Run> runs, List<Run> more) {
        List<Run> all = new ArrayList<>(runs);
        for (Run run : more) {
            all.removeIf(run::replaces);
            all.add(run);
        }
        return all;
    }
}
