package dev.trivium.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code -Xlog:gc} says of the Java heap: how much was in use after each collection. */
final class CollectorLog {

    private static final Pattern COLLECTION = Pattern.compile("\\[(\\d+[.,]\\d+)s\\].*\\s(\\d+)M->(\\d+)M\\(\\d+M\\).*");

    private CollectorLog() {}

    /**
     * Reads a log. A young collection leaves what has been promoted and is dead by now, so of each stretch of time the least counts.
     *
     * @param stretches number of equal parts of the time
     * @return (seconds, MB of 2²⁰ bytes in use after the collection that left least), one for each stretch that has a collection
     */
    static MemoryLine read(Path log, int stretches) throws IOException {
        List<Matcher> collections = Files.readAllLines(log).stream().map(COLLECTION::matcher).filter(Matcher::matches).toList();
        if (collections.isEmpty()) {
            throw new IOException("log must show at least one collection, got none in " + log);
        }
        double end = seconds(collections.get(collections.size() - 1));
        double[][] least = new double[stretches][];
        for (Matcher each : collections) {
            int stretch = Math.min(stretches - 1, (int) (stretches * seconds(each) / end));
            double used = Double.parseDouble(each.group(3));
            if (least[stretch] == null || used < least[stretch][1]) {
                least[stretch] = new double[] {seconds(each), used};
            }
        }
        MemoryLine line = new MemoryLine();
        for (double[] each : least) {
            if (each != null) {
                line.add(each[0], each[1]);
            }
        }
        return line;
    }

    private static double seconds(Matcher collection) {
        return Double.parseDouble(collection.group(1).replace(',', '.'));
    }
}
