package dev.trivium.reproduce.record;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A study as it runs: runs and tables in the folder {@code --out}, written after every run, so that a long list that is cut short leaves
 * what it has.
 *
 * @param <R> a run
 */
public final class OutFolder<R> {

    private final Path out;
    private final RecordOptions options;
    private final Recorded<R> recorded;
    private final PrintStream output;

    /** @param recorded how runs are written and tables are made, and where both stand in the repository */
    public OutFolder(Path out, RecordOptions options, Recorded<R> recorded, PrintStream output) throws IOException {
        Files.createDirectories(out);
        this.out = out;
        this.options = options;
        this.recorded = recorded;
        this.output = output;
    }

    private Path file() {
        return out.resolve("runs.csv");
    }

    /** {@return the runs in the folder} */
    public List<R> kept() throws IOException {
        return recorded.file().read(file());
    }

    /** Writes runs and their tables in place of those in the folder. */
    public void keep(List<R> runs) throws IOException {
        recorded.file().write(file(), runs);
        TextFile.write(out.resolve("table.md"), recorded.tables().apply(runs));
    }

    /** Adds a run to those in the folder, and to those in the repository if that is wanted. */
    public void add(R run) throws IOException {
        recorded.file().add(file(), List.of(run));
        TextFile.write(out.resolve("table.md"), recorded.tables().apply(kept()));
        if (options.record()) {
            recorded.add(List.of(run));
        }
    }

    /** Adds runs to those in the repository if that is wanted, and shows them. */
    public void finish(List<R> runs, String files) throws IOException {
        if (options.record()) {
            recorded.add(runs);
        }
        show(runs, files);
    }

    /** Prints the tables of runs, and what was written where. */
    public void show(List<R> runs, String files) {
        output.println();
        output.print(recorded.tables().apply(runs));
        output.println("\nWritten to " + out + ": " + files);
        if (options.record()) {
            output.println("Recorded in " + recorded.folder() + ": expected.csv, README.md");
        }
    }
}
