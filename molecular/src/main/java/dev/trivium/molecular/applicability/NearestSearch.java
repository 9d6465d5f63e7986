package dev.trivium.molecular.applicability;

import dev.trivium.molecular.featurize.Fingerprint;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the fingerprints most similar to another. They are kept in the order of their number of ones: two that have a and b ones are at
 * most min(a, b) / max(a, b) similar, so the search starts at equal numbers and ends where no better one can follow. For many threads.
 */
final class NearestSearch {

    private static final int WORDS = Fingerprint.WORDS;

    private final int[] members; // by number of ones, then by number
    private final int[] ones;
    private final long[] words;

    NearestSearch(Fingerprint[] fingerprints) {
        members = IntStream.range(0, fingerprints.length).boxed().sorted(Comparator.comparingInt(i -> fingerprints[i].count()))
                .mapToInt(Integer::intValue).toArray();
        ones = new int[members.length];
        words = new long[members.length * WORDS];
        for (int at = 0; at < members.length; at++) {
            ones[at] = fingerprints[members[at]].count();
            System.arraycopy(fingerprints[members[at]].words(), 0, words, at * WORDS, WORDS);
        }
    }

    /**
     * {@return the most similar ones, best first; of equal ones the lower number first}
     *
     * @param most how many, at most
     * @param except number of one that is left out; -1 for none
     */
    Best nearest(Fingerprint fingerprint, int most, int except) {
        long[] asked = fingerprint.words();
        int count = fingerprint.count();
        Best best = new Best(most);
        int above = firstWith(count);
        int below = above - 1;
        while (true) {
            double upper = above < ones.length ? ratio(count, ones[above]) : -1;
            double lower = below >= 0 ? ratio(ones[below], count) : -1;
            double bound = Math.max(upper, lower);
            if (bound < 0 || bound < best.least()) {
                return best;
            }
            int at = upper >= lower ? above++ : below--;
            if (members[at] != except) {
                best.offer(members[at], similarity(asked, count, at));
            }
        }
    }

    private int firstWith(int count) {
        int found = Arrays.binarySearch(ones, count);
        int at = found >= 0 ? found : -found - 1;
        while (at > 0 && ones[at - 1] == count) {
            at--;
        }
        return at;
    }

    /** {@return the greatest similarity of fingerprints with so many ones} */
    private static double ratio(int fewer, int more) {
        return more == 0 ? 1 : (double) fewer / more;
    }

    private double similarity(long[] asked, int count, int at) {
        int both = 0;
        for (int w = 0; w < WORDS; w++) {
            both += Long.bitCount(asked[w] & words[at * WORDS + w]);
        }
        int either = count + ones[at] - both;
        return either == 0 ? 1 : (double) both / either;
    }

    /** The best so far. */
    static final class Best {

        private final int[] numbers;
        private final double[] similarities;
        private int size;

        Best(int most) {
            numbers = new int[most];
            similarities = new double[most];
        }

        /** {@return what a further one must at least reach} */
        double least() {
            return size < numbers.length ? 0 : similarities[size - 1];
        }

        void offer(int number, double similarity) {
            int at = size;
            while (at > 0 && (similarities[at - 1] < similarity || similarities[at - 1] == similarity && numbers[at - 1] > number)) {
                at--;
            }
            if (at == numbers.length) {
                return;
            }
            int moved = Math.min(size, numbers.length - 1) - at;
            System.arraycopy(numbers, at, numbers, at + 1, moved);
            System.arraycopy(similarities, at, similarities, at + 1, moved);
            numbers[at] = number;
            similarities[at] = similarity;
            size = Math.min(size + 1, numbers.length);
        }

        int size() {
            return size;
        }

        int number(int place) {
            return numbers[place];
        }

        double similarity(int place) {
            return similarities[place];
        }
    }
}
