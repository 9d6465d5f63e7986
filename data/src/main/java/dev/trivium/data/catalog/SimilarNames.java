package dev.trivium.data.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Data sets that somebody who typed a wrong name may have meant. */
final class SimilarNames {

    private static final int MOST = 3;

    private SimilarNames() {}

    /** Names a few letters away from the wanted one, that begin with it or hold it as a word of their title; the nearest first. */
    static List<String> of(String wanted, List<DataSet> sets) {
        String typed = wanted.toLowerCase(Locale.ROOT);
        int most = Math.max(1, (typed.length() + 1) / 3);
        return sets.stream()
                .filter(set -> distance(typed, set) <= most)
                .sorted(Comparator.comparingInt(set -> distance(typed, set)))
                .limit(MOST).map(DataSet::name).toList();
    }

    private static int distance(String typed, DataSet set) {
        String name = set.name().toLowerCase(Locale.ROOT);
        boolean mentioned = typed.length() >= 3
                && (name.startsWith(typed) || List.of(set.title().toLowerCase(Locale.ROOT).split("\\W+")).contains(typed));
        return mentioned ? 0 : edits(typed, name);
    }

    /** Levenshtein distance: insertions, deletions and replacements of one character. */
    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
