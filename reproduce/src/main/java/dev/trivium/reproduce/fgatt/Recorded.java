package dev.trivium.reproduce.fgatt;

import dev.trivium.reproduce.record.ReadmeTable;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The figures in the repository: {@code expected.csv}, and the tables in the README that are made from it. */
final class Recorded {

    private final Study study;
    private final Path expected;
    private final Path readme;

    private Recorded(Study study, Path folder) {
        this.study = study;
        expected = folder.resolve("expected.csv");
        readme = folder.resolve("README.md");
    }

    static Recorded in(Study study, Path folder) {
        return new Recorded(study, folder);
    }

    /** Adds runs, in place of those of the same fits. */
    void add(List<Run> more) throws IOException {
        List<Run> all = new ArrayList<>(RunsFile.read(expected));
        more.forEach(run -> {
            all.removeIf(run::replaces);
            all.add(run);
        });
        RunsFile.write(expected, all);
        TextFile.write(readme, ReadmeTable.replaced(readme, ResultTables.of(study, RunsFile.read(expected)).markdown()));
    }
}
