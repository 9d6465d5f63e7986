package dev.trivium.molecular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionTest {

    @Test
    void whatIsNoFiniteNumberIsRefusedWithItsTask() {
        double[] none = {Double.NaN, Double.NaN};
        assertArrayEquals(new double[] {1, 2}, Prediction.of(List.of("a", "b"), new double[] {1, 2}, none, List.of()).values());
        Prediction refused = Prediction.of(List.of("a", "b"), new double[] {1, Double.POSITIVE_INFINITY}, none, List.of());
        assertEquals(Optional.of("prediction must be finite, got Infinity for b: the model's numbers are out of range"), refused.refusal());
        assertEquals(2, refused.values().length);
    }
}
