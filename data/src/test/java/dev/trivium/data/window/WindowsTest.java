package dev.trivium.data.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {

    private static final double GAP = Double.NaN;

    private static SeriesSet rows(int length) {
        return SeriesSet.of(TimeAxis.index(0, 1, length), List.of(Variable.of("a")), new double[length]);
    }

    private static SeriesSet pairs(double... rowMajor) {
        return SeriesSet.of(TimeAxis.index(0, 1, rowMajor.length / 2), List.of(Variable.of("a"), Variable.of("b")), rowMajor);
    }

    @ParameterizedTest(name = "{0} rows {1}, horizon {2}")
    @CsvSource({ // section 3.2 of the specification: look-back 96, stride 1
        "ETTh, 17420, 96, 8449, 2785, 2785", "ETTh, 17420, 192, 8353, 2689, 2689",
        "ETTh, 17420, 336, 8209, 2545, 2545", "ETTh, 17420, 720, 7825, 2161, 2161",
        "ETTm, 69680, 96, 34369, 11425, 11425", "ETTm, 69680, 192, 34273, 11329, 11329",
        "ETTm, 69680, 336, 34129, 11185, 11185", "ETTm, 69680, 720, 33745, 10801, 10801",
        "Weather, 52696, 96, 36696, 5175, 10444", "Weather, 52696, 192, 36600, 5079, 10348",
        "Weather, 52696, 336, 36456, 4935, 10204", "Weather, 52696, 720, 36072, 4551, 9820",
        "Electricity, 26304, 96, 18221, 2537, 5165", "Electricity, 26304, 192, 18125, 2441, 5069",
        "Electricity, 26304, 336, 17981, 2297, 4925", "Electricity, 26304, 720, 17597, 1913, 4541",
        "Traffic, 17544, 96, 12089, 1661, 3413", "Traffic, 17544, 192, 11993, 1565, 3317",
        "Traffic, 17544, 336, 11849, 1421, 3173", "Traffic, 17544, 720, 11465, 1037, 2789",
        "Solar, 52560, 96, 36601, 5161, 10417", "Solar, 52560, 192, 36505, 5065, 10321",
        "Solar, 52560, 336, 36361, 4921, 10177", "Solar, 52560, 720, 35977, 4537, 9793"})
    void countsArePublishedOnes(String name, int length, int horizon, int train, int validation, int test) {
        SeriesSet series = rows(length);
        Split split = switch (name) {
            case "ETTh" -> Split.ettHourly(series);
            case "ETTm" -> Split.ettQuarterHourly(series);
            default -> Split.published(series);
        };
        assertEquals(train, Windows.over(split.train(), 96, horizon, 1).count());
        assertEquals(validation, Windows.over(split.validation(), 96, horizon, 1).count());
        assertEquals(test, Windows.over(split.test(), 96, horizon, 1).count());
    }

    @Test
    void targetsStayInTheViewAndInputsReachBack() {
        Windows windows = Windows.over(Split.at(rows(20), 10, 15, 20).validation(), 4, 2, 1);
        assertEquals(10, windows.origin(0));
        assertEquals(13, windows.origin(windows.count() - 1));
        assertEquals(4, windows.count());
        assertEquals(15, windows.series().length());
    }

    @Test
    void inputsNeverReachBeforeTheFirstRow() {
        assertEquals(4, Windows.over(Split.at(rows(20), 10, 15, 20).train(), 4, 2, 1).origin(0));
        assertEquals(12, Windows.over(Split.at(rows(20), 10, 15, 20).validation(), 12, 2, 1).origin(0));
    }

    @Test
    void strideKeepsTheFirstOriginAndCountsTheLastThatFits() {
        Windows windows = Windows.over(Split.at(rows(30), 10, 20, 30).test(), 5, 3, 4);
        assertEquals(2, windows.count());
        assertEquals(20, windows.origin(0));
        assertEquals(24, windows.origin(1));
    }

    @Test
    void aViewThatIsTooShortHasNoWindow() {
        assertEquals(0, Windows.over(Split.at(rows(20), 10, 15, 20).test(), 4, 6, 1).count());
    }

    @Test
    void copiesBlocksOfAPreparedMatrix() {
        SeriesSet series = pairs(0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5);
        Windows windows = Windows.over(Split.at(series, 1, 2, 6).test(), 2, 1, 1);
        double[] inputs = new double[5];
        windows.copyInputs(1, series.toArray(), inputs, 1);
        assertArrayEquals(new double[] {0, 1, 1.5, 2, 2.5}, inputs);
        float[] targets = new float[2];
        windows.copyTargets(1, new float[] {0, 0, 1, 1, 2, 2, 3, 33, 4, 4, 5, 5}, targets, 0);
        assertArrayEquals(new float[] {3, 33}, targets);
        double[] last = new double[2];
        windows.copyTargets(windows.count() - 1, series.toArray(), last, 0);
        assertArrayEquals(new double[] {5, 5.5}, last);
        float[] floatInputs = new float[4];
        windows.copyInputs(0, new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, floatInputs, 0);
        assertArrayEquals(new float[] {0, 1, 2, 3}, floatInputs);
    }

    @Test
    void filledCellsAreCountedOnceAndLeadingGapsApart() {
        SeriesSet series = pairs(GAP, 1, GAP, 1, 2, GAP, 3, GAP, 4, 1, 5, 1, GAP, GAP);
        View test = Split.at(series, 1, 2, 7).test();
        Windows windows = Windows.over(test, 2, 1, 1); // look-backs cover rows 0 to 5
        assertEquals(2, windows.filled());
        assertEquals(2, windows.unfilled());
        assertEquals(0, windows.excluded());
        assertEquals(1, Windows.over(test, 1, 1, 2).filled()); // look-backs are the rows 1, 3 and 5
    }

    @Test
    void windowsWithTooManyGapsOrNoTargetAreLeftOutAndCounted() {
        SeriesSet series = pairs(0, 1, 0, 1, 2, GAP, 3, GAP, 4, 1, 5, 1, GAP, GAP);
        View test = Split.at(series, 1, 2, 7).test();
        Windows half = Windows.over(test, 2, 1, 1, 0.49);
        assertEquals(List.of(2, 3, 5), origins(half)); // look-back of origin 4 is half missing; origin 6 has no target
        assertEquals(2, half.excluded());
        assertEquals(List.of(2, 3, 4, 5), origins(Windows.over(test, 2, 1, 1, 0.5)));
        assertEquals(List.of(2), origins(Windows.over(test, 2, 1, 1, 0)));
        assertEquals(5, Windows.over(test, 2, 1, 1).count());
    }

    private static List<Integer> origins(Windows windows) {
        return IntStream.range(0, windows.count()).mapToObj(windows::origin).toList();
    }

    @Test
    void rejectsWhatIsNoWindow() {
        View test = Split.at(rows(20), 10, 15, 20).test();
        assertMessage("lookback, horizon and stride must be at least 1, got 0, 1 and 1", () -> Windows.over(test, 0, 1, 1));
        assertMessage("maxMissingShare must be in [0, 1], got NaN", () -> Windows.over(test, 1, 1, 1, Double.NaN));
        Windows windows = Windows.over(test, 4, 2, 1);
        assertMessage("window must be in [0, 4), got 4", () -> windows.origin(4));
        assertMessage("matrix must have shape (time=20, series=1), got 7 numbers",
                () -> windows.copyInputs(0, new float[7], new float[4], 0));
    }

    private static void assertMessage(String expected, Executable code) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, code).getMessage());
    }
}
