package dev.trivium.imputation.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTest {

    /** Values 0, 1, 2, ...; every seventh cell is missing if there are to be gaps. */
    static SeriesSet series(int rows, int width, boolean gaps) {
        double[] values = IntStream.range(0, rows * width).mapToDouble(i -> gaps && i % 7 == 3 ? Double.NaN : i).toArray();
        return SeriesSet.of(TimeAxis.index(0, 1, rows), IntStream.range(0, width).mapToObj(s -> Variable.of("n" + s)).toList(), values);
    }

    /** Expected: the published generator's steps in NumPy 2.4.6, bits packed from the lowest. */
    @ParameterizedTest
    @CsvSource({"500, 7, 1, block, 259, 545877c161d132761e6241636232240ec3402831a7b3173b5408da22c0c466d8",
            "500, 7, 1, point, 831, f44016cbead3e6e826995066fa8f0b512307744fcd8548413c1c1dab1c2929ce",
            "1026, 100, 1, block, 9356, d5fa419bb144620e8e05da6bc05a9297714f30f29f67fee8f0c2d0c2cd12c9f6",
            "34272, 207, 9101112, block, 648272, d275eb2ac81599ed3d0688e121f661c962c734eced87704ab482ae0ecb46691f",
            "34272, 207, 9101112, point, 1773799, 8b41ca8f9459c81f02c9d886f815354a8feb4de1a3326657ca1775e8fd6bbd72",
            "52128, 325, 56789, block, 1537955, 5c355486d753aa7dfe9accd646bddfe0aa47f63676ebad99f887d7fd9c04dfd4"})
    void blocksAndPointsAreThoseOfThePublishedGenerator(int rows, int width, long seed, String kind, int count, String sha) throws Exception {
        Blocks blocks = "block".equals(kind) ? Blocks.published() : new Blocks(0, 0.25, 1, 1);
        BitSet cells = blocks.cells(rows, width, seed);
        assertEquals(count, cells.cardinality());
        assertEquals(sha, sha256(Arrays.copyOf(cells.toByteArray(), (rows * width + 7) / 8)));
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void onlyObservedCellsAreHidden() {
        SeriesSet truth = series(400, 5, true);
        for (MissingPattern pattern : List.of(new Points(0.5), new Blocks(0.01, 0.1, 3, 9), NodeOutage.of(20, 0.4), new Replay())) {
            HiddenMask mask = pattern.draw(truth, 3);
            SeriesSet left = mask.hide(truth);
            assertEquals(truth.missing() + mask.count(), left.missing(), pattern.describe());
            assertTrue(mask.count() > 0, pattern.describe());
            for (int t = 0; t < 400; t++) {
                for (int s = 0; s < 5; s++) {
                    assertEquals(mask.hidden(t, s) ? Double.NaN : truth.value(t, s), left.value(t, s));
                }
            }
        }
    }

    @Test
    void aSilentNodeLosesAllItsChannelsForAWholeWindow() {
        SeriesSet truth = series(48, 6, false);
        HiddenMask mask = new NodeOutage(12, 0.34, List.of(List.of("n0", "n3"), List.of("n1", "n4"), List.of("n2", "n5"))).draw(truth, 1);
        assertEquals(48 * 2, mask.count());
        for (int t = 0; t < 48; t++) {
            for (int s = 0; s < 3; s++) {
                assertEquals(mask.hidden(t, s), mask.hidden(t, s + 3));
                assertEquals(mask.hidden(t, s), mask.hidden(t / 12 * 12, s));
            }
        }
    }

    @Test
    void aReplayedPatternIsTheOwnOneShifted() {
        SeriesSet truth = series(100, 4, true);
        HiddenMask mask = new Replay().draw(truth, 1);
        boolean found = IntStream.range(1, 100).anyMatch(offset -> IntStream.range(0, 400).allMatch(i -> mask.hidden(i / 4, i % 4)
                == (truth.observed(i / 4, i % 4) && !truth.observed((i / 4 + offset) % 100, i % 4))));
        assertTrue(found);
        assertThrows(IllegalArgumentException.class, () -> new Replay().draw(series(100, 4, false), 1));
    }

    @Test
    void aPublishedMaskHidesWhatTheOtherTableLacks() {
        SeriesSet truth = series(100, 4, true);
        HiddenMask drawn = new Points(0.3).draw(truth, 9);
        HiddenMask published = new Published("a table", drawn.hide(truth)).draw(truth, 0);
        assertEquals(drawn.count(), published.count());
        assertEquals(drawn.visible(), published.visible());
        assertThrows(IllegalArgumentException.class, () -> new Published("x", series(99, 4, true)).draw(truth, 0));
        assertThrows(IllegalArgumentException.class, () -> new Published("two\nlines", drawn.hide(truth)).draw(truth, 0));
    }

    @Test
    void givenBackCellsAreVisibleAgain() {
        SeriesSet truth = series(100, 4, false);
        HiddenMask mask = new Points(0.3).draw(truth, 9);
        HiddenMask late = mask.only(truth, row -> row >= 80, "the last rows");
        assertTrue(late.count() > 0 && late.count() < mask.count());
        assertFalse(IntStream.range(0, 320).anyMatch(i -> late.hidden(i / 4, i % 4)));
        assertEquals("points 0.3, only in the last rows", late.pattern());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Points(0));
        assertThrows(IllegalArgumentException.class, () -> new Blocks(-0.1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Blocks(0.1, 0, 3, 2));
        assertThrows(IllegalArgumentException.class, () -> NodeOutage.of(0, 0.1));
        assertThrows(IllegalArgumentException.class, () -> NodeOutage.of(3, 1));
        assertThrows(IllegalArgumentException.class, () -> NodeOutage.of(3, 0.5).draw(series(10, 1, false), 1));
        assertThrows(IllegalArgumentException.class, () -> new NodeOutage(3, 0.5, List.of(List.of("a"), List.of("a"))));
    }
}
