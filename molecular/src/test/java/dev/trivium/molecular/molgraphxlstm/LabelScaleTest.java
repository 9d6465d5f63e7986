package dev.trivium.molecular.molgraphxlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LabelScaleTest {

    private static final double NONE = Double.NaN;

    @Test
    void takesMeanAndUnbiasedDeviationOfTheLabelsThatAreThere() {
        LabelScale scale = LabelScale.of(2, new double[] {1, 7, 2, NONE, 6, 7});
        assertArrayEquals(new double[] {3, 7}, scale.mean(), 1e-15);
        assertArrayEquals(new double[] {Math.sqrt(7), 1}, scale.deviation(), 1e-15);
    }

    @Test
    void labelsThatAreAllEqualHaveDeviationOneHoweverTheirMeanIsRounded() {
        for (int count = 1; count <= 50; count++) {
            double[] labels = new double[count];
            Arrays.fill(labels, 0.1);
            LabelScale scale = LabelScale.of(1, labels);
            assertArrayEquals(new double[] {0.1}, scale.mean(), count + " labels");
            assertArrayEquals(new double[] {1}, scale.deviation(), count + " labels");
        }
    }

    @Test
    void goesThereAndBack() {
        LabelScale scale = LabelScale.of(1, new double[] {-3, 4, 10});
        double[] scaled = scale.forward(new double[] {4, NONE, -7.5});
        assertEquals(4, scale.backward(0, scaled[0]), 1e-14);
        assertEquals(NONE, scaled[1]);
        assertEquals(-7.5, scale.backward(0, scaled[2]), 1e-14);
    }

    @Test
    void refusesADeviationThatDividesByNothing() {
        assertEquals("mean must be finite and deviation positive, got 1.0 and 0.0", assertThrows(IllegalArgumentException.class,
                () -> new LabelScale(new double[] {1}, new double[] {0})).getMessage());
    }
}
