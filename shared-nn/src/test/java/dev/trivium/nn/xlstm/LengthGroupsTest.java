package dev.trivium.nn.xlstm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LengthGroupsTest {

    @Test
    void aFewSequencesAreOneGroup() {
        assertEquals(List.of(3), LengthGroups.cut(new int[] {6, 5, 5}, 128));
    }

    @Test
    void oneLongSequenceDoesNotPadTheShortOnes() {
        int[] lengths = IntStream.range(0, 101).map(i -> i == 0 ? 200 : 9).toArray();
        assertEquals(List.of(1, 100), LengthGroups.cut(lengths, 128));
    }

    @Test
    void everySequenceIsInOneGroup() {
        Random random = new Random(4);
        int[] lengths = random.ints(300, 1, 600).map(n -> -n).sorted().map(n -> -n).toArray();
        List<Integer> groups = LengthGroups.cut(lengths, 128);
        assertEquals(300, groups.stream().mapToInt(n -> n).sum());
        assertEquals(true, groups.size() > 1 && groups.stream().allMatch(n -> n > 0));
    }
}
