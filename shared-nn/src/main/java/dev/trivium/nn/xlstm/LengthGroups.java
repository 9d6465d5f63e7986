package dev.trivium.nn.xlstm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts sequences, sorted by length, into groups that are computed together, each padded to its longest.
 *
 * <p>Of all cuts it takes the one with the least work, counted as n (n + {@value #ROW}) for a sequence padded to n tokens (with chunks, n (chunk +
 * {@value #ROW})) and {@value #GROUP} for a group; the constants are from measurements, and change the speed only.
 */
final class LengthGroups {

    private static final long ROW = 32;
    private static final long GROUP = 4000;

    private LengthGroups() {}

    /** {@return the number of sequences in each group} */
    static List<Integer> cut(int[] descending, int chunk) {
        List<Integer> starts = startsOfLengths(descending);
        int n = starts.size();
        long[] least = new long[n + 1]; // of the sequences before a start
        int[] from = new int[n + 1];
        for (int end = 1; end <= n; end++) {
            long stop = end == n ? descending.length : starts.get(end);
            least[end] = Long.MAX_VALUE;
            for (int begin = 0; begin < end; begin++) {
                long length = descending[starts.get(begin)];
                long work = least[begin] + GROUP + (stop - starts.get(begin)) * length * (Math.min(length, chunk) + ROW);
                if (work < least[end]) {
                    least[end] = work;
                    from[end] = begin;
                }
            }
        }
        Deque<Integer> sizes = new ArrayDeque<>();
        for (int end = n; end > 0; end = from[end]) {
            int stop = end == n ? descending.length : starts.get(end);
            sizes.addFirst(stop - starts.get(from[end]));
        }
        return List.copyOf(sizes);
    }

    private static List<Integer> startsOfLengths(int[] descending) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < descending.length; i++) {
            if (i == 0 || descending[i] != descending[i - 1]) {
                starts.add(i);
            }
        }
        return starts;
    }
}
