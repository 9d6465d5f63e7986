package dev.trivium.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sets our MolGraph-xLSTM beside the peer and the figures of the authors' own code, a row for each width and mode: medians of the rates of
 * all rounds, as the time of a training step or of 1,000 predictions. The fastest of the peer and the authors' two figures counts.
 */
public final class MolGraphTable {

    private static final String LAYOUT = "%-14s %6s %9s %9s %9s %9s %8s %8s %8s %8s %8s %s%n";

    /**
     * What the authors' code takes on two threads at batch 128, as released and with one needless copy removed, and what we promise.
     *
     * @param limit     the most ms
     * @param megabytes the largest peak of resident memory, in MB of 10⁶ bytes
     */
    private record Aim(double authors, double authorsWithoutCopy, double limit, double megabytes) {
    }

    private static final Map<String, Aim> AIMS = Map.of("128 train", new Aim(532, 419, 130, 1000),
            "128 predict", new Aim(1e6 / 849, 1e6 / 1138, 1e6 / 4000, 1000),
            "512 train", new Aim(11_200, 3500, 1200, Double.NaN));
    private static final Aim NONE = new Aim(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private MolGraphTable() {}

    /** {@code PEER.jsonl OURS.jsonl}, as {@code compare-molgraph.sh} makes them. */
    public static void main(String[] files) throws IOException {
        if (files.length != 2) {
            throw new IllegalArgumentException("arguments must be the peer's file and ours, got " + String.join(" ", files));
        }
        System.out.print(table(Rounds.read(Path.of(files[0]), "width", "mode"), Rounds.read(Path.of(files[1]), "width", "mode")));
    }

    static String table(Rounds peer, Rounds ours) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, LAYOUT, "width mode", "rounds", "ours ms", "peer ms", "authors",
                "less copy", "counts", "ours/it", "limit ms", "ours MB", "peer MB", "met"));
        Map<String, List<Double>> peerTimes = times(peer);
        times(ours).forEach((key, rounds) -> {
            if (peerTimes.containsKey(key)) {
                table.append(row(key, rounds, Rounds.median(peerTimes.get(key)), largest(ours, key), largest(peer, key)));
            }
        });
        return table.toString();
    }

    /** For each key the ms of a step or of 1,000 molecules in each round. */
    private static Map<String, List<Double>> times(Rounds rounds) {
        Map<String, List<Double>> times = rounds.all("median_ms");
        Map<String, List<Double>> rates = rounds.all("molecules_per_second");
        times.replaceAll((key, each) -> key.endsWith("predict") ? rates.get(key).stream().map(rate -> 1e6 / rate).toList() : each);
        return times;
    }

    private static double largest(Rounds rounds, String key) {
        return rounds.all("peak_rss_mb").getOrDefault(key, List.of()).stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    private static String row(String key, List<Double> rounds, double peer, double ourMemory, double peerMemory) {
        Aim aim = AIMS.getOrDefault(key, NONE);
        double ours = Rounds.median(rounds);
        double authors = Math.min(aim.authors(), aim.authorsWithoutCopy());
        boolean peerCounts = !(authors < peer); // also where the authors gave no figure
        return String.format(Locale.ROOT, LAYOUT, key, rounds.size(), figure(ours, 1), figure(peer, 1), figure(aim.authors(), 0),
                figure(aim.authorsWithoutCopy(), 0), peerCounts ? "peer" : "authors", figure(ours / (peerCounts ? peer : authors), 3),
                figure(aim.limit(), 0), figure(ourMemory, 0), figure(peerMemory, 0), met(aim, ours, ourMemory));
    }

    /** Memory that was not measured meets no limit. */
    private static String met(Aim aim, double time, double memory) {
        if (Double.isNaN(aim.limit())) {
            return "-";
        }
        return time <= aim.limit() && (Double.isNaN(aim.megabytes()) || memory <= aim.megabytes()) ? "yes" : "NO";
    }

    private static String figure(double value, int digits) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
