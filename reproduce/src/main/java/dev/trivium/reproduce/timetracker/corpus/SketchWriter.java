package dev.trivium.reproduce.timetracker.corpus;

import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.timeseries.timetracker.SeriesSketch;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes sketches of the open sets of the corpus, by which an audit tells that pre-training saw a series. All rows count: the last ones chose epochs. */
public final class SketchWriter {

    private static final int EVERY = 64;
    private static final int EVERY_OF_LARGE = 256;
    private static final int LARGE = 1_000_000;

    private SketchWriter() {}

    /**
     * Writes the file.
     *
     * @param args the file to write
     * @throws IOException if a set cannot be read, or the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("arguments must be the file to write, got " + args.length);
        }
        Files.write(Path.of(args[0]), sketches(DatasetCache.standard()));
    }

    static byte[] sketches(DatasetCache cache) throws IOException {
        List<OpenSet> sets = new OpenSets(cache).read();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(sets.size());
            for (OpenSet set : sets) {
                long values = set.series().stream().mapToLong(x -> x.length).sum();
                SeriesSketch.of(set.name(), values > LARGE ? EVERY_OF_LARGE : EVERY, set.series()).write(out);
            }
        }
        return bytes.toByteArray();
    }
}
