package dev.trivium.molecular.applicability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.molecular.featurize.Fingerprint;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestSearchTest {

    /** Few bits, so that many similarities are equal. */
    private static Fingerprint[] fingerprints(int count, long seed) {
        Random random = new Random(seed);
        Fingerprint[] all = new Fingerprint[count];
        for (int i = 0; i < count; i++) {
            long[] words = new long[Fingerprint.WORDS];
            for (int bits = random.nextInt(12); bits > 0; bits--) {
                int bit = random.nextInt(30) * 67;
                words[bit / 64] |= 1L << bit % 64;
            }
            all[i] = Fingerprint.of(words);
        }
        return all;
    }

    private static List<Integer> byPlainLoops(Fingerprint[] all, Fingerprint asked, int most, int except) {
        return IntStream.range(0, all.length).filter(i -> i != except).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -all[i].tanimoto(asked)).thenComparing(i -> i)).limit(most).toList();
    }

    @Test
    void findsWhatPlainLoopsFindEqualOnesByNumber() {
        Fingerprint[] all = fingerprints(400, 1);
        NearestSearch search = new NearestSearch(all);
        for (Fingerprint asked : fingerprints(100, 2)) {
            NearestSearch.Best best = search.nearest(asked, 7, -1);
            List<Integer> expected = byPlainLoops(all, asked, 7, -1);
            assertEquals(expected, IntStream.range(0, best.size()).map(best::number).boxed().toList());
            for (int i = 0; i < best.size(); i++) {
                assertEquals(all[expected.get(i)].tanimoto(asked), best.similarity(i));
            }
        }
    }

    @Test
    void leavesOneOut() {
        Fingerprint[] all = fingerprints(300, 3);
        NearestSearch search = new NearestSearch(all);
        for (int i = 0; i < all.length; i++) {
            assertEquals(byPlainLoops(all, all[i], 1, i).get(0), search.nearest(all[i], 1, i).number(0));
        }
    }

    @Test
    void findsFewerWhereThereAreNotAsMany() {
        Fingerprint[] all = fingerprints(3, 4);
        assertEquals(3, new NearestSearch(all).nearest(all[0], 5, -1).size());
        assertEquals(2, new NearestSearch(all).nearest(all[0], 5, 0).size());
    }
}
