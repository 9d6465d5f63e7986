package dev.trivium.reproduce.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs as a CSV file: one line each.
 *
 * @param columns what is written of a run
 * @param reader makes a run of a line
 * @param key what a run is one of, such as its setting and seed: those with an equal key take the place of earlier ones
 * @param order in which recorded runs stand
 * @param <R> a run
 */
public record RunsFile<R>(Columns<R> columns, Function<Cells, R> reader, Function<R, Object> key, Comparator<R> order) {

    /**
     * {@return the runs in a file; none if there is no such file}
     *
     * @throws IOException naming file and line, if a line is not a run
     */
    public List<R> read(Path file) throws IOException {
        return Files.exists(file) ? CsvText.read(file, reader) : new ArrayList<>();
    }

    /**
     * Writes runs as they come, whole or not at all; a file of that name is replaced.
     *
     * @throws IOException naming the file, if it cannot be written
     */
    public void write(Path file, List<R> runs) throws IOException {
        List<List<String>> lines = new ArrayList<>(List.of(columns.names()));
        runs.forEach(run -> lines.add(columns.cells(run)));
        TextFile.write(file, CsvText.of(lines));
    }

    /** {@return runs and more of them, those in place of runs with the same key; in order} */
    public List<R> merged(List<R> runs, List<R> more) {
        var keys = more.stream().map(key).collect(Collectors.toSet());
        List<R> all = new ArrayList<>(runs);
        all.removeIf(old -> keys.contains(key.apply(old)));
        all.addAll(more);
        return sorted(all);
    }

    /** {@return the runs in order} */
    public List<R> sorted(List<R> runs) {
        return runs.stream().sorted(order).toList();
    }

    /** Adds runs to a file: {@link #merged} with those in it. */
    public void add(Path file, List<R> more) throws IOException {
        write(file, merged(read(file), more));
    }
}
