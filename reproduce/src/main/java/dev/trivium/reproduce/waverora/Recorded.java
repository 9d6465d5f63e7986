package dev.trivium.reproduce.waverora;

import dev.trivium.reproduce.record.ReadmeTable;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The figures in the repository: {@code expected.csv}, and the table in the README that is made from it. */
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

    List<SeedRun> runs() throws IOException {
        return RunsFile.read(expected);
    }

    /** Adds runs, in place of those of the same setting and seed, in the order of the paper's table. */
    void add(List<SeedRun> more, PaperTable paper) throws IOException {
        List<SeedRun> all = new ArrayList<>(runs());
        all.removeIf(old -> more.stream().anyMatch(run -> run.setting().equals(old.setting()) && run.seed() == old.seed()));
        all.addAll(more);
        all.sort(Comparator.comparing((SeedRun run) -> paper.rows().indexOf(paper.row(run.setting()))).thenComparing(SeedRun::seed));
        RunsFile.write(expected, all);
        TextFile.write(readme, ReadmeTable.replaced(readme, ResultTables.of(paper, runs()).markdown()));
    }
}
