package dev.trivium.evaluation.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesChecksTest {

    private static final int ROWS = 1200;
    private static final int TEST = 960;

    /** A daily rhythm and a random walk, to two decimals, as measured data come; a column more than that is the sum of both. */
    private static double[] measured(int width) {
        Random random = new Random(5);
        double[] values = new double[ROWS * width];
        double[] level = new double[width];
        for (int t = 0; t < ROWS; t++) {
            for (int s = 0; s < width; s++) {
                level[s] += 0.3 * random.nextGaussian();
                values[t * width + s] = Math.rint(100 * (20 + 5 * Math.sin(2 * Math.PI * t / 24 + s) + level[s] + random.nextGaussian())) / 100;
            }
        }
        return values;
    }

    private static SeriesChecks checks(double[] values) {
        int width = values.length / ROWS;
        RowPart[] parts = new RowPart[ROWS];
        Arrays.fill(parts, 0, 800, RowPart.TRAIN);
        Arrays.fill(parts, 800, TEST, RowPart.VALIDATION);
        Arrays.fill(parts, TEST, ROWS, RowPart.TEST);
        return new SeriesChecks(SeriesRows.of(IntStream.range(0, width).mapToObj(s -> "c" + s).toList(), values, Arrays.asList(parts),
                row -> "row " + row));
    }

    private static double[] scaled(double[] values, int rows, double decimals) {
        int width = values.length / ROWS;
        double[] scaled = values.clone();
        for (int s = 0; s < width; s++) {
            int column = s;
            double[] own = IntStream.range(0, rows).mapToDouble(t -> values[t * width + column]).toArray();
            double mean = Arrays.stream(own).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(own).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
            for (int t = 0; t < ROWS; t++) {
                scaled[t * width + s] = Math.rint((scaled[t * width + s] - mean) / deviation * decimals) / decimals;
            }
        }
        return scaled;
    }

    private static void assertPassed(Check check) {
        assertEquals(Outcome.PASSED, check.outcome(), check.toString());
    }

    private static void assertFound(Check check, String text) {
        assertEquals(Outcome.VIOLATED, check.outcome(), check.toString());
        assertTrue(check.found().get(0).contains(text), check.toString());
    }

    @Test
    void measuredDataPassEveryCheck() {
        SeriesChecks checks = checks(measured(3));
        for (Check check : List.of(checks.scaling(), checks.repeats(), checks.futureColumns(Set.of(), 24), checks.twinColumns(), checks.straightStretches())) {
            assertPassed(check);
        }
    }

    @Test
    void aFileStandardisedOverAllItsRowsIsFoundHoweverItIsRounded() {
        for (double decimals : new double[] {1e3, 1e4, 1e9}) {
            assertFound(checks(scaled(measured(3), ROWS, decimals)).scaling(), "mean 0 and standard deviation 1 over all 1200 rows");
        }
        assertPassed(checks(scaled(measured(3), 800, 1e9)).scaling()); // over the training rows, as it should be
    }

    @Test
    void aFileScaledToItsLeastAndGreatestValueIsFound() {
        double[] values = measured(1);
        values[1000] = 60; // the greatest is a test value
        double least = Arrays.stream(values).min().orElseThrow();
        assertFound(checks(Arrays.stream(values).map(x -> (x - least) / (60 - least)).toArray()).scaling(), "from 0.000 to 1 over all 1200 rows");
    }

    @Test
    void aShareBetweenNoneAndAllIsNoScaledColumn() {
        double[] share = Arrays.stream(measured(1)).map(x -> Math.max(0, Math.min(1, Math.rint(100 * (x - 15) / 12) / 100))).toArray();
        assertPassed(checks(share).scaling());
    }

    @Test
    void testRowsRepeatedInTrainingAreFoundWholeByColumnAndScattered() {
        double[] whole = measured(2);
        System.arraycopy(whole, 1000 * 2, whole, 100 * 2, 24 * 2);
        assertFound(checks(whole).repeats(), "begin as the train rows from 100 (row 100) on");
        double[] column = measured(2);
        for (int t = 0; t < 60; t++) {
            column[(100 + t) * 2 + 1] = column[(1000 + t) * 2 + 1];
        }
        assertFound(checks(column).repeats(), "c1: test rows 1000");
        double[] scattered = measured(3);
        Random random = new Random(1);
        for (int k = 0; k < 60; k++) {
            System.arraycopy(scattered, (TEST + random.nextInt(ROWS - TEST)) * 3, scattered, random.nextInt(800) * 3, 3);
        }
        assertEquals(Outcome.VIOLATED, checks(scattered).repeats().outcome());
    }

    @Test
    void zerosAtNightSmallCountsAndConstantColumnsAreNoRepeats() {
        Random random = new Random(3);
        double[] values = new double[ROWS * 3];
        for (int t = 0; t < ROWS; t++) {
            double sun = Math.max(0, Math.sin(2 * Math.PI * t / 24));
            values[t * 3] = Math.rint(100 * sun * (5 + random.nextGaussian())) / 100;
            values[t * 3 + 1] = random.nextInt(4);
            values[t * 3 + 2] = 7;
        }
        assertPassed(checks(values).repeats());
    }

    @Test
    void aSeriesThatRepeatsItselfCannotBeChecked() {
        double[] values = IntStream.range(0, ROWS).mapToDouble(t -> Math.rint(1000 * Math.sin(2 * Math.PI * (t % 24) / 24))).toArray();
        assertEquals(Outcome.NOT_CHECKED, checks(values).repeats().outcome());
    }

    @Test
    void aColumnThatIsAnotherOneAheadIsFoundAtAnyLeadScaledOrNoisy() {
        for (int lead : new int[] {1, 12, 300}) {
            assertFound(checks(joined(measured(1), lead, x -> x)).futureColumns(Set.of(), 24), "c1 is c0 " + lead + " row");
        }
        assertFound(checks(joined(measured(1), 12, x -> 1.8 * x + 32)).futureColumns(Set.of(), 24), "scaled");
        assertPassed(checks(joined(measured(1), 0, x -> x)).futureColumns(Set.of(), 24));
        assertFound(checks(joined(measured(1), 0, x -> x)).futureColumns(Set.of("c1"), 24), "at the same row"); // its future is given
    }

    @Test
    void countsThatAreSeldomAboveOneAreNoCopiesOfEachOtherWhateverTheLead() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            double[] values = new double[2 * ROWS];
            for (int t = 0; t < ROWS; t++) {
                values[2 * t] = random.nextInt(3);
                values[2 * t + 1] = random.nextInt(2);
            }
            assertPassed(checks(values).futureColumns(Set.of(), 7));
        }
    }

    @Test
    void columnsOfTheCalendarTellNoMoreThanTheirPast() {
        for (double decimals : new double[] {1e3, 1e15}) {
            double[] values = new double[4 * ROWS];
            for (int t = 0; t < ROWS; t++) {
                values[4 * t] = Math.rint(decimals * Math.sin(2 * Math.PI * t / 24)) / decimals;
                values[4 * t + 1] = Math.rint(decimals * Math.cos(2 * Math.PI * t / 24)) / decimals;
                values[4 * t + 2] = Math.rint(decimals * Math.sin(2 * Math.PI * t / 168)) / decimals;
                values[4 * t + 3] = Math.rint(decimals * Math.cos(2 * Math.PI * t / 168)) / decimals;
            }
            assertPassed(checks(values).futureColumns(Set.of(), 24));
        }
        double[] slow = new double[2 * ROWS]; // and yet a smooth column that is another one ahead is found
        for (int t = 0; t < ROWS; t++) {
            slow[2 * t] = Math.sin(2 * Math.PI * t / 900) + Math.sin(2 * Math.PI * t / 331);
            slow[2 * t + 1] = 3 * (Math.sin(2 * Math.PI * (t + 40) / 900) + Math.sin(2 * Math.PI * (t + 40) / 331));
        }
        assertFound(checks(slow).futureColumns(Set.of(), 24), "scaled");
    }

    @Test
    void aColumnThatShowsWhatIsHiddenInAnotherIsFound() {
        assertFound(checks(joined(measured(1), 0, x -> x)).twinColumns(), "c0 is c1 at the same row");
        assertFound(checks(joined(measured(1), 0, x -> 2 * x)).twinColumns(), "scaled");
    }

    /** A column and the same one some rows ahead. */
    private static double[] joined(double[] values, int lead, DoubleUnaryOperator change) {
        double[] both = new double[2 * ROWS];
        for (int t = 0; t < ROWS; t++) {
            both[2 * t] = values[t];
            both[2 * t + 1] = change.applyAsDouble(values[Math.min(ROWS - 1, t + lead)]);
        }
        return both;
    }

    @Test
    void interpolatedGapsAreCountedAndNoViolation() {
        double[] values = measured(1);
        for (int t = 1; t < 30; t++) {
            values[1000 + t] = values[1000] + t * (values[1030] - values[1000]) / 30;
        }
        Check check = checks(values).straightStretches();
        assertPassed(check);
        assertTrue(check.lookedAt().startsWith("1 stretches of 6 and more rows"), check.lookedAt());
    }

    @Test
    void whatARecipeHoldsOfTestRowsOrOfTheirScaleIsFound() {
        double[] values = measured(2);
        SeriesRows rows = SeriesRows.of(List.of("a", "b"), values, IntStream.range(0, ROWS).mapToObj(t -> t < TEST ? RowPart.TRAIN : RowPart.TEST).toList(),
                row -> "row " + row);
        boolean[] secret = new boolean[values.length];
        Arrays.fill(secret, TEST * 2, values.length, true);
        HiddenNumbers hidden = HiddenNumbers.of(rows, secret);
        double mean = IntStream.range(0, ROWS).mapToDouble(t -> values[2 * t]).average().orElseThrow();
        double square = IntStream.range(0, ROWS).mapToDouble(t -> (values[2 * t] - mean) * (values[2 * t] - mean)).average().orElseThrow();
        record Recipe(String name, Object inside) {}
        assertEquals(List.of(), hidden.in(HeldNumbers.of(new Recipe("honest", new double[] {1, 2, 3}), value -> null), true));
        assertEquals(1, hidden.in(HeldNumbers.of(new Recipe("closure", List.of(new double[][] {values})), value -> null), false).size());
        Runnable captured = () -> assertTrue(values.length > 0);
        assertEquals(1, hidden.in(HeldNumbers.of(new Recipe("lambda", captured), value -> null), false).size());
        String scaler = hidden.in(HeldNumbers.of(new Recipe("scaler", new double[] {mean, Math.sqrt(square)}), value -> null), true).get(0);
        assertTrue(scaler.startsWith("holds the mean") && scaler.endsWith("of a over all rows, test rows included"), scaler);
    }
}
