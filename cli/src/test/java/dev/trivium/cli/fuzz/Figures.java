package dev.trivium.cli.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the mutants of one format. */
final class Figures {

    final String format;
    int mutants;
    int pastOuter;
    int answered;
    int refusedReading;
    int refusedAnswering;
    int words;
    double seconds;
    double slowest;
    long mostBytes;
    long mostNative;
    final List<String> bugs = new ArrayList<>();

    Figures(String format) {
        this.format = format;
    }

    double shareOuter() {
        return (double) pastOuter / Math.max(1, mutants);
    }

    static String header() {
        return String.format(Locale.ROOT, "%-22s %8s %8s %8s %9s %9s %9s %6s %6s %9s %10s %10s", "format", "mutants", "seconds", "past", "answered",
                "refused", "no answer", "bugs", "words", "slowest s", "heap MiB", "native MiB");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-22s %8d %8.1f %7.1f%% %9d %9d %9d %6d %6d %9.2f %10.1f %10.1f", format, mutants, seconds, 100 * shareOuter(),
                answered, refusedReading, refusedAnswering, bugs.size(), words, slowest, mostBytes / 1048576.0, mostNative / 1048576.0);
    }
}
