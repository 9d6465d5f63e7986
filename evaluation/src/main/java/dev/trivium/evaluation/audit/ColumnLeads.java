package dev.trivium.evaluation.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Columns that repeat another one some rows ahead, or at the same row. Found by values that agree bit by bit at any distance, and, up to
 * {@value #MOST_LEAD} rows, by a correlation so close to one that the column is the other one scaled, shifted or with a little noise.
 */
final class ColumnLeads {

    /** The most rows by which a scaled or noisy copy is looked for. */
    static final int MOST_LEAD = 48;

    /** The longest rhythm that is told from a copy of what comes: a week of hours. */
    private static final int LONGEST_RHYTHM = 170;
    private static final int BLOCK = 6;
    private static final int MOST_OF_A_KIND = 24;
    private static final double MOST_ROWS = 0.5;
    /** Fewer agree by chance in columns of few different values. */
    private static final int FEWEST_ROWS = 20;
    private static final int SAMPLED = 600;
    private static final double NOISE = 0.002;
    private static final double TIMES_BETTER = 20;
    private static final double AS_WELL = 2;
    private static final int MOST_COLUMNS = 60;
    private final SeriesRows rows;
    private final int least;
    private final Set<Integer> known;

    /**
     * @param known  columns whose future is given
     * @param behind rows that a known column may lag and still tell what is to be forecast: the horizon less one
     */
    ColumnLeads(SeriesRows rows, Set<Integer> known, int behind) {
        this.rows = rows;
        this.known = known;
        least = -behind;
    }

    /** What one column tells of another: {@code column[t]} is {@code other[t + lead]}. */
    record Lead(int column, int other, int lead) {}

    /** {@return the copies, by values and by correlation; of each pair of columns the first only} */
    List<String> found() {
        List<String> found = new ArrayList<>();
        Map<Long, Boolean> pairs = new HashMap<>();
        List<Lead> exact = exact();
        Set<Long> behind = new HashSet<>(); // a column that follows another one as well as it leads repeats itself: the past tells as much
        exact.stream().filter(lead -> lead.lead < (known.contains(lead.column) ? least : 1)).forEach(lead -> behind.add(pair(lead)));
        for (Lead lead : exact) {
            if (tells(lead) && !behind.contains(pair(lead)) && pairs.put(pair(lead), true) == null) {
                found.add(say(lead, "is"));
            }
        }
        if (rows.width() <= MOST_COLUMNS) {
            for (Lead lead : scaled()) {
                if (pairs.put(pair(lead), true) == null) {
                    found.add(say(lead, "is, scaled or with little noise,"));
                }
            }
        }
        return found;
    }

    /** {@return pairs of columns that are the same at the same row, or at another one, in words} */
    List<String> twins() {
        List<String> found = new ArrayList<>();
        Map<Long, Boolean> pairs = new HashMap<>();
        for (Lead lead : exact()) {
            Lead turned = new Lead(lead.other, lead.column, -lead.lead);
            if (!pairs.containsKey(pair(turned)) && pairs.put(pair(lead), true) == null) {
                found.add(say(lead, "is"));
            }
        }
        for (int a = 0; rows.width() <= MOST_COLUMNS && a < rows.width(); a++) {
            for (int b = a + 1; b < rows.width(); b++) {
                Lead lead = new Lead(a, b, 0);
                if (!pairs.containsKey(pair(lead)) && !pairs.containsKey(pair(new Lead(b, a, 0))) && missed(a, b, 0) < 1e-9) {
                    found.add(say(lead, "is, scaled,"));
                }
            }
        }
        return found;
    }

    private boolean tells(Lead lead) {
        return known.contains(lead.column) ? !known.contains(lead.other) && lead.lead >= least
                : !known.contains(lead.other) && lead.lead > 0;
    }

    private long pair(Lead lead) {
        return (long) lead.column * rows.width() + lead.other;
    }

    private String say(Lead lead, String how) {
        String where = lead.lead == 0 ? "at the same row" : Math.abs(lead.lead) + (Math.abs(lead.lead) == 1 ? " row " : " rows ") + (lead.lead > 0 ? "ahead" : "before");
        return rows.name(lead.column) + " " + how + " " + rows.name(lead.other) + " " + where;
    }

    private List<Lead> exact() {
        int count = 0;
        long[][] blocks = new long[rows.width()][];
        for (int s = 0; s < rows.width(); s++) {
            blocks[s] = new BlockHashes(rows, new int[] {s}).blocks(BLOCK);
            count += (int) Arrays.stream(blocks[s]).filter(hash -> hash != 0).count();
        }
        Place[] places = new Place[count];
        int at = 0;
        int[][] before = new int[rows.width()][rows.rows() + 1];
        for (int s = 0; s < rows.width(); s++) {
            for (int t = 0; t < rows.rows(); t++) {
                boolean telling = t < blocks[s].length && blocks[s][t] != 0;
                before[s][t + 1] = before[s][t] + (telling ? 1 : 0);
                if (telling) {
                    places[at++] = new Place(blocks[s][t], s, t);
                }
            }
        }
        Arrays.sort(places, (a, b) -> Long.compare(a.hash, b.hash));
        return count(places).entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST_ROWS && entry.getValue() > MOST_ROWS * overlapping(before, entry.getKey()))
                .map(Map.Entry::getKey).sorted((a, b) -> a.column != b.column ? Integer.compare(a.column, b.column)
                        : a.other != b.other ? Integer.compare(a.other, b.other) : Integer.compare(Math.abs(a.lead), Math.abs(b.lead))).toList();
    }

    /** {@return how many blocks that tell anything the two columns have where they can be compared: the more of the two} */
    private int overlapping(int[][] before, Lead lead) {
        int from = Math.max(0, -lead.lead);
        int to = rows.rows() - Math.max(0, lead.lead);
        return Math.max(before[lead.column][to] - before[lead.column][from], before[lead.other][to + lead.lead] - before[lead.other][from + lead.lead]);
    }

    private static Map<Lead, Integer> count(Place[] places) {
        Map<Lead, Integer> counts = new HashMap<>();
        for (int from = 0; from < places.length;) {
            int to = from + 1;
            while (to < places.length && places[to].hash == places[from].hash) {
                to++;
            }
            for (int a = from; to - from <= MOST_OF_A_KIND && a < to; a++) {
                for (int b = from; b < to; b++) {
                    if (places[a].column != places[b].column) {
                        counts.merge(new Lead(places[a].column, places[b].column, places[b].row - places[a].row), 1, Integer::sum);
                    }
                }
            }
            from = to;
        }
        return counts;
    }

    private record Place(long hash, int column, int row) {}

    /** Copies that follow the other column a lead ahead far more closely than they follow it now. */
    private List<Lead> scaled() {
        List<Lead> leads = new ArrayList<>();
        for (int a = 0; a < rows.width(); a++) {
            for (int b = 0; b < rows.width(); b++) {
                if (a == b || known.contains(b)) {
                    continue;
                }
                Lead best = closest(a, b);
                if (best != null) {
                    leads.add(best);
                }
            }
        }
        return leads;
    }

    private @org.jspecify.annotations.Nullable Lead closest(int a, int b) {
        boolean given = known.contains(a);
        double now = given ? missed(a, b, least - 1) : Math.min(missed(a, b, 0), missed(a, b, -1));
        for (int lead = given ? least : 1; lead <= MOST_LEAD; lead++) {
            double ahead = missed(a, b, lead);
            if (ahead < NOISE && (given && lead <= 0 ? ahead < 1e-5 || TIMES_BETTER * ahead < now : TIMES_BETTER * ahead < now)) {
                return follows(a, b, given ? least - 1 : 0, ahead) ? null : new Lead(a, b, lead);
            }
        }
        return null;
    }

    /** Whether a is b some rows before just as well, as of two columns with one rhythm, such as sine and cosine of the hour: it tells no more than the past. */
    private boolean follows(int a, int b, int newest, double ahead) {
        for (int lead = newest; lead > newest - LONGEST_RHYTHM; lead--) {
            if (missed(a, b, lead) <= AS_WELL * ahead + 1e-9) {
                return true;
            }
        }
        return false;
    }

    /** {@return the share of the variance of b, some rows ahead, that a does not explain; 1 where that cannot be told} */
    private double missed(int a, int b, int lead) {
        int from = Math.max(0, -lead);
        int to = rows.rows() - Math.max(0, lead);
        int step = Math.max(1, (to - from) / SAMPLED);
        double n = 0;
        double meanA = 0;
        double meanB = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int t = from; t < to; t += step) {
            double x = rows.value(t, a);
            double y = rows.value(t + lead, b);
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                n++;
                double dx = x - meanA;
                double dy = y - meanB;
                meanA += dx / n;
                meanB += dy / n;
                aa += dx * (x - meanA);
                bb += dy * (y - meanB);
                ab += dx * (y - meanB);
            }
        }
        return n < 50 || aa <= 0 || bb <= 0 ? 1 : Math.max(0, 1 - ab * ab / (aa * bb));
    }

    String looked() {
        return String.format(Locale.ROOT, "%d columns against each other at any lead%s", rows.width(),
                rows.width() <= MOST_COLUMNS ? ", scaled copies up to " + MOST_LEAD + " rows ahead" : ", bit by bit");
    }
}
