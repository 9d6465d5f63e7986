package dev.trivium.reproduce.timetracker.zeroshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.catalog.SplitRule;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final int ROWS = 300; // 210, 30 and 60
    private static final StudySet SET = new StudySet("toy", new StudySet.Source("toy", SplitRule.PUBLISHED, Double.NaN), 3, 4, 5,
            new StudySet.Lengths(24, 8, 8, 24), 1);

    private static double[][] rows() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] rows = new double[ROWS][];
        Arrays.setAll(rows, t -> new double[] {10 + Math.sin(Math.PI * t / 2) + random.nextDouble(), 5, t % 7 + random.nextDouble()});
        return rows;
    }

    private static Trial.Answer answer(double[][] rows, Method method) throws IOException {
        return new Forecasting(Trial.of(SET, Rows.of(rows)), new TimeTrackers(Optional.empty()), Training.seed(1).withDevice("cpu")).answer(method);
    }

    @Test
    void aConstantSeriesIsLeftOutAndNamed() {
        Trial trial = Trial.of(SET, Rows.of(rows()));
        Run.Targets targets = trial.targets();
        assertEquals(List.of("s1"), targets.excluded());
        assertEquals(2, targets.series());
        assertEquals(12, targets.windows());
        assertEquals(12 * 3 * 2, targets.cells());
        assertEquals(List.of("s0", "s2"), trial.split().test().series().names());
    }

    @Test
    void theFirstWindowStartsAtTheFirstTestRowWhateverTheLookback() {
        Trial trial = Trial.of(SET, Rows.of(rows()));
        for (int lookback : new int[] {1, 24, 240}) {
            Windows windows = trial.test(lookback);
            assertEquals(240, windows.origin(0));
            assertEquals(245, windows.origin(1));
            assertEquals(12, windows.count());
        }
        assertEquals("lookback must be at most the 240 rows before the test rows of toy, got 241",
                assertThrows(IllegalArgumentException.class, () -> trial.test(241)).getMessage());
    }

    @Test
    void calibrationSeesTrainingRowsForRulesAndValidationRowsForWhatIsFitted() {
        Trial trial = Trial.of(SET, Rows.of(rows()));
        Windows rule = trial.calibration(Method.SEASONAL_NAIVE, 8);
        assertEquals(8, rule.origin(0));
        assertTrue(rule.origin(rule.count() - 1) + 3 <= 210);
        Windows fitted = trial.calibration(Method.LINEAR, 8);
        assertEquals(210, fitted.origin(0));
        assertTrue(fitted.origin(fitted.count() - 1) + 3 <= 240);
    }

    @Test
    void testRowsFromTheTargetsOnChangeNoForecast() throws IOException {
        for (Method method : List.of(Method.LAST_VALUE, Method.SEASONAL_NAIVE, Method.DRIFT, Method.LINEAR, Method.BOOSTED_TREES, Method.SIMPLE_AVERAGE)) {
            double[][] poisoned = rows();
            for (int t = 240; t < ROWS; t++) {
                Arrays.fill(poisoned[t], 1e6 + t);
            }
            Trial.Answer clean = answer(rows(), method);
            Trial.Answer other = answer(poisoned, method);
            int window = 3 * 2; // the first starts at the first test row: all it may see is clean
            assertArrayEquals(Arrays.copyOf(clean.point(), window), Arrays.copyOf(other.point(), window), method.title());
            for (int a = 0; a < Trial.LEVELS.size(); a++) {
                assertArrayEquals(Arrays.copyOf(clean.quantiles().get(a), window), Arrays.copyOf(other.quantiles().get(a), window), method.title());
            }
            assertFalse(Arrays.equals(clean.point(), other.point()), method.title());
        }
    }

    @Test
    void theSimpleAverageIsTheMeanOfItsThree() throws IOException {
        double[] naive = answer(rows(), Method.SEASONAL_NAIVE).point();
        double[] drift = answer(rows(), Method.DRIFT).point();
        double[] linear = answer(rows(), Method.LINEAR).point();
        double[] mean = new double[naive.length];
        Arrays.setAll(mean, i -> (naive[i] + drift[i] + linear[i]) / 3);
        assertArrayEquals(mean, answer(rows(), Method.SIMPLE_AVERAGE).point(), 1e-12);
    }

    @Test
    void theSeasonalNaiveForecastScoresAsByHand() throws IOException {
        Trial trial = Trial.of(SET, Rows.of(rows()));
        double[][] rows = rows();
        double[] scale = new double[3];
        for (int t = 4; t < 210; t++) {
            scale[0] += Math.abs(rows[t][0] - rows[t - 4][0]) / 206;
            scale[2] += Math.abs(rows[t][2] - rows[t - 4][2]) / 206;
        }
        double sum = 0;
        for (int w = 0; w < 12; w++) {
            for (int h = 0; h < 3; h++) {
                int t = 240 + 5 * w + h;
                sum += Math.abs(rows[t][0] - rows[t - 4][0]) / scale[0] + Math.abs(rows[t][2] - rows[t - 4][2]) / scale[2];
            }
        }
        assertEquals(sum / (12 * 3 * 2), trial.score(answer(rows, Method.SEASONAL_NAIVE)).mase(), 1e-12);
    }

    @Test
    void missingTargetsAreCounted() {
        double[][] rows = rows();
        rows[241][0] = -9999;
        assertEquals(1, Trial.of(SET, Sources.withGaps(Rows.of(rows), -9999)).targets().missing());
    }

    @Test
    void partsOfASetAreJoinedOnlyIfOneGoesOnWhereTheOtherEnds() {
        SeriesSet all = Rows.of(rows());
        SeriesSet joined = Sources.joined(all.rows(0, 100), all.rows(100, ROWS));
        assertEquals(all.sha256(), joined.sha256());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Sources.joined(all.rows(0, 100), all.rows(101, ROWS))).getMessage()
                .startsWith("second must go on where first ends"));
    }
}
