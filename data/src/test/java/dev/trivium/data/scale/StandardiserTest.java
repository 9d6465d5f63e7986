package dev.trivium.data.scale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.TrainingView;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StandardiserTest {

    private static final List<Variable> AB = List.of(Variable.of("a"), Variable.of("b"));

    private static Split split(double... rowMajor) {
        int rows = rowMajor.length / 2;
        return Split.at(SeriesSet.of(TimeAxis.index(0, 1, rows), AB, rowMajor), rows - 2, rows - 1, rows);
    }

    @Test
    void usesTheMeanAndPopulationDeviationOfObservedTrainingRows() {
        Standardiser z = Standardiser.fit(split(1, 10, 3, Double.NaN, 5, 30, 100, 100, 100, 100).train());
        assertEquals(3, z.mean(0));
        assertEquals(Math.sqrt(8 / 3.0), z.deviation(0), 1e-15);
        assertEquals(20, z.mean(1));
        assertEquals(10, z.deviation(1));
    }

    @Test
    void anyValueOutsideTheTrainingRowsLeavesItUnchanged() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = random.doubles(2 * 40).toArray();
        SeriesSet series = SeriesSet.of(TimeAxis.index(0, 1, 40), AB, values);
        Standardiser expected = Standardiser.fit(Split.at(series, 25, 30, 40).train());
        for (int i = 2 * 25; i < values.length; i++) {
            for (double poison : new double[] {1e300, -1e300, Double.NaN}) {
                double[] poisoned = values.clone();
                poisoned[i] = poison;
                Standardiser actual = Standardiser.fit(Split.at(SeriesSet.of(series.time(), AB, poisoned), 25, 30, 40).train());
                assertEquals(expected.describe(), actual.describe());
            }
        }
        values[2 * 25 - 1]++; // the last training row does count
        Standardiser moved = Standardiser.fit(Split.at(SeriesSet.of(series.time(), AB, values), 25, 30, 40).train());
        assertTrue(!expected.describe().equals(moved.describe()));
    }

    @Test
    void canBeFittedFromATrainingViewOnly() {
        var fits = Arrays.stream(Standardiser.class.getMethods()).filter(method -> method.getName().equals("fit")).toList();
        assertEquals(1, fits.size());
        assertArrayEquals(new Class<?>[] {TrainingView.class}, fits.get(0).getParameterTypes());
        assertEquals(0, Standardiser.class.getConstructors().length);
        assertTrue(Modifier.isFinal(TrainingView.class.getModifiers()));
    }

    @Test
    void aConstantSeriesHasDeviationOneWhateverItsValueRoundsTo() {
        double[] values = new double[2 * 1_000];
        Arrays.fill(values, 0.1);
        Standardiser z = Standardiser.fit(split(values).train());
        assertEquals(0.1, z.mean(0));
        assertEquals(1, z.deviation(0));
        z.forward(values);
        assertEquals(0, values[0]);
    }

    @Test
    void agreesWithExactArithmeticFarFromZero() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = random.doubles(2 * 1_002).map(x -> 1e9 + x).toArray();
        Standardiser z = Standardiser.fit(split(values).train());
        BigDecimal n = BigDecimal.valueOf(1_000);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int t = 0; t < 1_000; t++) {
            BigDecimal x = new BigDecimal(values[2 * t]);
            sum = sum.add(x);
            squares = squares.add(x.multiply(x));
        }
        BigDecimal mean = sum.divide(n, new MathContext(60));
        double deviation = Math.sqrt(squares.divide(n, new MathContext(60)).subtract(mean.multiply(mean)).doubleValue());
        assertEquals(mean.doubleValue(), z.mean(0), Math.ulp(1e9));
        assertEquals(deviation, z.deviation(0), 1e-14);
    }

    @Test
    void backwardUndoesForwardAndMissingStaysMissing() {
        Split split = split(1, 10, 3, Double.NaN, 5, 30, 7, 100, -4, 8);
        SeriesSet series = split.test().series();
        Standardiser z = Standardiser.fit(split.train());
        double[] values = z.forward(series);
        assertEquals((1 - z.mean(0)) / z.deviation(0), values[0]);
        assertTrue(Double.isNaN(values[3]));
        float[] floats = z.forwardToFloat(series);
        assertEquals((float) values[4], floats[4]);
        assertArrayEquals(new double[] {1, 10, 3, Double.NaN, 5, 30, 7, 100, -4, 8}, z.backward(floats), 1e-5);
        z.backward(values);
        assertArrayEquals(series.toArray(), values, 1e-13);
    }

    @Test
    void aDescriptionReadsBackExactly() {
        Standardiser z = Standardiser.fit(split(1, 0.1, 3, 0.7, 5, 1 / 3.0, 7, 100, -4, 8).train());
        assertEquals(z.describe(), Standardiser.parse(z.describe()).describe());
        Map<String, Object> integers = new HashMap<>(z.describe());
        integers.put("means", List.of(1, 2)); // JSON may say 1 for 1.0
        assertEquals(2.0, Standardiser.parse(integers).mean(1));
    }

    @Test
    void aWrongDescriptionIsRefused() {
        Map<String, Object> entries = new HashMap<>(Map.of("names", List.of("a"), "means", List.of(0.0), "deviations", List.of(0.0)));
        assertMessage("standardiser must have finite means and positive deviations, got 0.0 and 0.0 for a", () -> Standardiser.parse(entries));
        entries.put("deviations", List.of(1.0, 2.0));
        assertMessage("standardiser must have as many names as means and deviations, got 1, 1 and 2", () -> Standardiser.parse(entries));
        entries.put("deviations", List.of("1"));
        assertMessage("standardiser must have numbers as deviations, got 1", () -> Standardiser.parse(entries));
        entries.remove("deviations");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Standardiser.parse(entries)).getMessage()
                .startsWith("standardiser must have the entries names, means and deviations, got ["));
    }

    @Test
    void rejectsOtherColumnsAndASeriesWithoutTrainingValues() {
        Split gap = split(1, Double.NaN, 3, Double.NaN, 5, Double.NaN, 7, 100, -4, 8);
        assertMessage("series must have an observed value in the training rows, got none in b", () -> Standardiser.fit(gap.train()));
        Standardiser z = Standardiser.fit(split(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).train());
        assertMessage("series must have the columns [a, b], got [b]", () -> z.forward(gap.test().series().select(List.of("b"))));
        assertMessage("rowMajor must have shape (…, series=2), got 3 numbers", () -> z.forward(new double[3]));
    }

    private static void assertMessage(String expected, Executable code) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
