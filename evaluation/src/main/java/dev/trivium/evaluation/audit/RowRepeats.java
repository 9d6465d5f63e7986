package dev.trivium.evaluation.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Test rows that occur in an earlier part too. Blocks of rows are compared bit by bit, those in which most rows equal the one before left out. Coarse
 * or periodic series repeat themselves: how often is counted within the first half of the training rows and within the test rows, and only more than
 * that, by five standard deviations of a Poisson count and three, is a finding. The blocks grow until nothing repeats by itself.
 */
final class RowRepeats {

    private static final int[] LENGTHS = {1, 2, 3, 4, 6, 8, 12, 16, 24, 36, 48, 96};
    private static final int[] LENGTHS_OF_COLUMN = {12, 24, 48};
    private static final int SHOWN = 3;
    private static final double UNSEEN = 3; // pairs that 0 seen ones leave possible, at 95 %
    private static final double DEVIATIONS = 5;
    private static final double MARGIN = 3;
    private static final int NEAR = 20;
    private static final int MOST_COUNTED = 64;
    private final SeriesRows rows;
    private int length;
    private int compared;
    private int repeated;
    private boolean telling;

    RowRepeats(SeriesRows rows) {
        this.rows = rows;
    }

    Check check() {
        if (rows.count(RowPart.TEST) == 0 || rows.count(RowPart.TRAIN) == 0) {
            return Check.notMade(CheckName.REPEATED_ROWS, "there are no rows to compare");
        }
        int[] all = new int[rows.width()];
        Arrays.setAll(all, s -> s);
        List<String> found = new ArrayList<>(search(all, LENGTHS, ""));
        String looked = compared == 0 ? "no block of test rows tells enough to be compared" : repeated + " of " + compared + " blocks of " + length + " test rows occur in earlier parts";
        for (int s = 0; found.isEmpty() && rows.width() > 1 && s < rows.width(); s++) {
            found.addAll(search(new int[] {s}, LENGTHS_OF_COLUMN, rows.name(s) + ": "));
        }
        if (found.isEmpty() && !telling) {
            return Check.notMade(CheckName.REPEATED_ROWS, "the rows repeat themselves within the training rows already; " + looked);
        }
        return Check.of(CheckName.REPEATED_ROWS, looked + (rows.width() > 1 && found.isEmpty() ? "; no column's do either" : ""), found);
    }

    private List<String> search(int[] columns, int[] lengths, String prefix) {
        BlockHashes hashes = new BlockHashes(rows, columns);
        double unseen = UNSEEN;
        for (int each : lengths) {
            long[] blocks = hashes.blocks(each);
            Kinds kinds = Kinds.of(rows, blocks, each);
            if (kinds.test.length == 0 || kinds.earlier.isEmpty()) {
                break;
            }
            int[] matched = Arrays.stream(kinds.test).filter(t -> kinds.earlier.containsKey(blocks[t])).toArray();
            double natural = kinds.natural(blocks, unseen);
            unseen = kinds.repeats(blocks) ? UNSEEN : unseen / 4; // what does not repeat repeats the less the longer it is
            if (columns.length == rows.width()) {
                length = each;
                compared = kinds.test.length;
                repeated = matched.length;
            }
            if (natural < kinds.test.length / 2.0) {
                telling = true;
            }
            if (matched.length > natural + DEVIATIONS * Math.sqrt(natural) + MARGIN) {
                return say(matched, each, blocks, kinds, prefix);
            }
        }
        return List.of();
    }

    private List<String> say(int[] matched, int each, long[] blocks, Kinds kinds, String prefix) {
        List<String> found = new ArrayList<>();
        int stretches = 0;
        int covered = 0;
        for (int from = 0; from < matched.length;) {
            int to = from + 1;
            while (to < matched.length && matched[to] <= matched[to - 1] + each) {
                to++;
            }
            int end = matched[to - 1] + each;
            covered += end - matched[from];
            if (stretches++ < SHOWN) {
                int twin = kinds.earlier.getOrDefault(blocks[matched[from]], 0);
                found.add(prefix + "test " + rows.stretch(matched[from], end) + " begin as the " + part(twin) + " rows from " + twin + " ("
                        + rows.label(twin) + ") on");
            }
            from = to;
        }
        found.add(prefix + covered + " test rows in " + stretches + " stretches occur in earlier parts");
        return found;
    }

    private String part(int row) {
        return rows.part(row).name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Where the blocks lie. */
    private record Kinds(int[] test, Map<Long, Integer> earlier, int earlierBlocks, int[] reference) {

        static Kinds of(SeriesRows rows, long[] blocks, int length) {
            int[] test = new int[blocks.length];
            int[] reference = new int[blocks.length];
            Map<Long, Integer> earlier = new HashMap<>();
            int tests = 0;
            int early = 0;
            int referred = 0;
            long half = rows.count(RowPart.TRAIN) / 2;
            int trained = 0;
            for (int t = 0; t + length <= blocks.length; t++) {
                trained += rows.part(t) == RowPart.TRAIN ? 1 : 0;
                if (blocks[t] == 0 || rows.part(t) != rows.part(t + length - 1)) {
                    continue;
                }
                if (rows.isTest(t)) {
                    test[tests++] = t;
                } else if (rows.isEarlier(t)) {
                    earlier.putIfAbsent(blocks[t], t);
                    early++;
                    if (rows.part(t) == RowPart.TRAIN && trained <= half) {
                        reference[referred++] = t;
                    }
                }
            }
            return new Kinds(Arrays.copyOf(test, tests), earlier, early, Arrays.copyOf(reference, referred));
        }

        /** {@return how many test blocks may be found among the earlier ones by themselves} */
        double natural(long[] blocks, double unseen) {
            double between = (double) test.length * earlierBlocks;
            return between * Math.max(rate(blocks, reference, unseen), rate(blocks, test, 0));
        }

        /** {@return whether a block occurs twice in the first half of the training rows} */
        boolean repeats(long[] blocks) {
            return reference.length < 2 || rate(blocks, reference, 0) > 0;
        }

        private static double rate(long[] blocks, int[] at, double unseen) {
            double pairs = at.length * (at.length - 1.0) / 2;
            return pairs == 0 ? 1 : (repeats(blocks, at) + unseen) / pairs;
        }

        /** {@return pairs of equal blocks that do not lie near each other, as all pairs of test and earlier blocks do not} */
        private static double repeats(long[] blocks, int[] at) {
            Map<Long, List<Integer>> places = new HashMap<>();
            for (int t : at) {
                places.computeIfAbsent(blocks[t], hash -> new ArrayList<>(1)).add(t);
            }
            int near = at.length == 0 ? 0 : (at[at.length - 1] - at[0]) / NEAR;
            double repeats = 0;
            for (List<Integer> alike : places.values()) {
                if (alike.size() > MOST_COUNTED) {
                    repeats += alike.size() * (alike.size() - 1.0) / 2;
                } else {
                    for (int a = 0; a < alike.size(); a++) {
                        for (int b = a + 1; b < alike.size(); b++) {
                            repeats += alike.get(b) - alike.get(a) > near ? 1 : 0;
                        }
                    }
                }
            }
            return repeats;
        }
    }
}
