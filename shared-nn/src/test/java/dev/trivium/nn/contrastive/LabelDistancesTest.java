package dev.trivium.nn.contrastive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.tensor.Gradients.Input;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelDistancesTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 20, 57})
    void theMedianIsTheLowerOneOfAllOrderedPairs(int count) {
        double[] labels = Input.spread(-3, 2, count).values();
        double[] distances = Arrays.stream(labels).flatMap(a -> Arrays.stream(labels).map(b -> Math.abs(a - b))).sorted().toArray();
        LabelDistances found = LabelDistances.of(labels);
        assertEquals(distances[(distances.length - 1) / 2], found.median());
        assertEquals(distances[distances.length - 1], found.range());
    }

    @Test
    void manyEqualLabelsAreCountedAsOftenAsTheyAre() {
        double[] labels = IntStream.range(0, 30).mapToDouble(i -> i % 3).toArray(); // a third of the pairs are equal, four ninths differ by 1
        assertEquals(new LabelDistances(1, 2), LabelDistances.of(labels));
    }

    @Test
    void labelsThatAreNotKnownDoNotCount() {
        double[] labels = {1, Double.NaN, 4, 9, Double.NaN};
        assertEquals(LabelDistances.of(1, 4, 9), LabelDistances.of(labels));
    }

    @Test
    void refusesLabelsThatAreNotFarApart() {
        assertMessage("labels must hold at least 2 known ones, got 1", () -> LabelDistances.of(3, Double.NaN));
        assertMessage("median must be above 0, got 0.0", () -> LabelDistances.of(2, 2, 2, 2, 5));
        assertMessage("range must be finite and above median=1.0, got 1.0", () -> new LabelDistances(1, 1));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
