package dev.trivium.molecular.molgraphxlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LengthBucketsTest {

    private static MoleculeTokens molecule(int atoms) {
        return new MoleculeTokens(new byte[11 * atoms], new char[0], new byte[0], new byte[12]);
    }

    @Test
    void everyMoleculeIsInOneBatchAndBatchesHoldMoleculesOfLikeLength() {
        Random random = new Random(2);
        List<MoleculeTokens> molecules = IntStream.range(0, 1000).mapToObj(i -> molecule(1 + random.nextInt(80))).toList();
        List<int[]> batches = LengthBuckets.of(molecules, 128);
        int[] all = batches.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        assertArrayEquals(IntStream.range(0, 1000).toArray(), all);
        int longestBefore = 0;
        for (int[] batch : batches) {
            int shortest = Arrays.stream(batch).map(i -> molecules.get(i).atomCount()).min().orElseThrow();
            assertTrue(shortest >= longestBefore);
            longestBefore = Arrays.stream(batch).map(i -> molecules.get(i).atomCount()).max().orElseThrow();
        }
    }

    @Test
    void atomsInABatchAreBoundedAndAGiantIsAlone() {
        List<MoleculeTokens> molecules = List.of(molecule(9000), molecule(1), molecule(9000), molecule(2));
        List<int[]> batches = LengthBuckets.of(molecules, 128);
        assertEquals(List.of(2, 1, 1), batches.stream().map(b -> b.length).toList());
        List<MoleculeTokens> alike = java.util.Collections.nCopies(100, molecule(30));
        assertEquals(List.of(1, 3), List.of(LengthBuckets.of(alike, 16).size(), LengthBuckets.of(alike, 1024).size()));
        assertTrue(LengthBuckets.of(List.of(), 128).isEmpty());
    }
}
