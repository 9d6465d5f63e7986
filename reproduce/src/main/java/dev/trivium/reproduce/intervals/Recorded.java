package dev.trivium.reproduce.intervals;

import dev.trivium.reproduce.record.ReadmeTable;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures in the repository: {@code expected.csv}, and the tables in the README that are made from it.
 *
 * @param folder of both
 */
record Recorded(Path folder) {

    Path expected() {
        return folder.resolve("expected.csv");
    }

    /** Adds lines, in place of those of the same fits; cases and seeds stand in their order. */
    void add(List<Line> more) throws IOException {
        List<Line> all = LinesFile.read(expected());
        all.removeIf(old -> more.stream().anyMatch(line -> line.isOfRun(old.study(), old.method(), old.seed())));
        all.addAll(more);
        List<Line> ordered = new ArrayList<>();
        for (Case each : Cases.all()) {
            for (String method : each.methods()) {
                all.stream().filter(line -> line.study().equals(each.title()) && line.method().equals(method)).map(Line::seed).distinct().sorted()
                        .forEach(seed -> all.stream().filter(line -> line.isOfRun(each.title(), method, seed)).forEach(ordered::add));
            }
        }
        LinesFile.write(expected(), ordered);
        Path readme = folder.resolve("README.md");
        TextFile.write(readme, ReadmeTable.replaced(readme, new ResultTables(LinesFile.read(expected())).markdown()));
    }
}
