package dev.trivium.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Sets our times beside the peer's and the figures of the authors' own code, a row for each setting, mode and batch: medians of the
 * medians of all rounds. The peer counts where it is within 15 % of the authors' figure or they gave none; else theirs counts.
 */
public final class RatioTable {

    private static final double NEAR = 0.15;
    /** The authors' code, torch 2.13, one thread, batch 32 unless named; ms. */
    private static final Map<String, Double> AUTHORS = Map.of("etth1-96 train 32", 22.2, "etth2-96 train 32", 61.5,
            "ettm1-96 train 32", 77.0, "weather-96 train 32", 214.0, "etth1-96 forward 1", 2.3, "etth1-96 forward 32", 6.6);

    private RatioTable() {}

    /** {@code PEER.jsonl OURS.jsonl}, as {@code compare.sh} makes them. */
    public static void main(String[] files) throws IOException {
        if (files.length != 2) {
            throw new IllegalArgumentException("arguments must be the peer's file and ours, got " + String.join(" ", files));
        }
        Map<String, List<Double>> peer = rounds(files[0]).all("median_ms");
        Map<String, List<Double>> ours = rounds(files[1]).all("median_ms");
        System.out.printf(Locale.ROOT, "%-22s %6s %9s %9s %9s %13s %9s %12s %10s %6s %s%n", "setting mode batch", "rounds", "ours ms",
                "peer ms", "authors", "peer/authors", "ours/peer", "ours/authors", "counts", "limit", "met");
        for (String key : ours.keySet()) {
            if (peer.containsKey(key)) {
                System.out.println(row(key, ours.get(key), peer.get(key)));
            }
        }
    }

    private static Rounds rounds(String file) throws IOException {
        return Rounds.read(Path.of(file), "setting", "mode", "batch");
    }

    static String row(String key, List<Double> ourRounds, List<Double> peerRounds) {
        double ours = Rounds.median(ourRounds);
        double peer = Rounds.median(peerRounds);
        double authors = AUTHORS.getOrDefault(key, Double.NaN);
        boolean near = !(Math.abs(peer / authors - 1) > NEAR); // also where the authors gave no figure
        double ratio = ours / (near ? peer : authors);
        OptionalDouble limit = limit(key);
        String met = limit.isEmpty() ? "" : ratio <= limit.getAsDouble() ? "yes" : "NO";
        return String.format(Locale.ROOT, "%-22s %6d %9.3f %9.3f %9s %13s %9.3f %12s %10s %6s %s", key, ourRounds.size(), ours, peer,
                figure(authors), figure(peer / authors), ours / peer, figure(ours / authors), near ? "peer" : "authors",
                limit.isEmpty() ? "-" : String.valueOf(limit.getAsDouble()), met);
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** What we promise: the largest ratio. */
    private static OptionalDouble limit(String key) {
        if (key.endsWith(" train 32")) {
            return OptionalDouble.of(key.startsWith("weather") ? 0.85 : key.startsWith("100x24") ? 0.8 : 0.7);
        }
        if (key.startsWith("standard-") && key.endsWith(" train 16")) {
            return OptionalDouble.of(0.9); // Time Tracker
        }
        return key.endsWith(" forward 1") ? OptionalDouble.of(0.5) : OptionalDouble.empty();
    }
}
