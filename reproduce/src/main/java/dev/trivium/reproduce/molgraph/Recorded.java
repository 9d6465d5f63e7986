package dev.trivium.reproduce.molgraph;

import dev.trivium.reproduce.record.ReadmeTable;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The figures in the repository: {@code expected.csv}, and the tables in the README that are made from it. */
final class Recorded {

    private final Path expected;
    private final Path readme;

    private Recorded(Path folder) {
        expected = folder.resolve("expected.csv");
        readme = folder.resolve("README.md");
    }

    static Recorded in(Path folder) {
        return new Recorded(folder);
    }

    /** Adds runs, in place of those of the same fits, in the order of the tables. */
    void add(List<Run> more) throws IOException {
        List<Run> all = new ArrayList<>(RunsFile.read(expected));
        all.removeIf(old -> more.stream().anyMatch(run -> run.isOf(old.benchmark(), old.split(), old.method(), old.seeds())));
        all.addAll(more);
        all.sort(Comparator.comparing(Run::benchmark).thenComparing(Run::split).thenComparing(Run::method)
                .thenComparing(Run::isEnsemble).thenComparing(Run::seeds));
        RunsFile.write(expected, all);
        TextFile.write(readme, ReadmeTable.replaced(readme, ResultTables.of(RunsFile.read(expected)).markdown()));
    }
}
