package dev.trivium.reproduce.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The figures in the repository: {@code expected.csv}, and the tables in the README that are made from it.
 *
 * @param folder of both
 * @param file how a run is written
 * @param tables makes the tables, in Markdown
 * @param <R> a run
 */
public record Recorded<R>(Path folder, RunsFile<R> file, Function<List<R>, String> tables) {

    private Path expected() {
        return folder.resolve("expected.csv");
    }

    /** {@return the runs in the repository} */
    public List<R> runs() throws IOException {
        return file.read(expected());
    }

    /** {@return the README that belongs to the runs} */
    public String readme() throws IOException {
        return ReadmeTable.replaced(folder.resolve("README.md"), tables.apply(runs()));
    }

    /** Adds runs, in place of those with the same key. */
    public void add(List<R> more) throws IOException {
        file.add(expected(), more);
        TextFile.write(folder.resolve("README.md"), readme());
    }
}
