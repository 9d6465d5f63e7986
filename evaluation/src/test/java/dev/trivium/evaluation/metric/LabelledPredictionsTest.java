package dev.trivium.evaluation.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LabelledPredictionsTest {

    private static final double MISSING = Double.NaN;

    private static LabelledPredictions yesNo(double[] labels, double... predictions) {
        return LabelledPredictions.of(LabelKind.YES_NO, List.of(new ScoredTask("toxic", 1)), labels, predictions);
    }

    private static LabelledPredictions numbers(double[] labels, double... predictions) {
        return LabelledPredictions.of(LabelKind.NUMBER, List.of(new ScoredTask("logS", 1)), labels, predictions);
    }

    @Nested
    class YesOrNo {

        @Test // the example in the documentation of scikit-learn
        void agreesWithATextbookExample() {
            LabelledPredictions example = yesNo(new double[] {0, 0, 1, 1}, 0.1, 0.4, 0.35, 0.8);
            assertEquals(0.75, example.score(PropertyMetric.AUROC, 0), 1e-15);
            assertEquals(0.5 * 1 + 0.5 * 2 / 3, example.score(PropertyMetric.AUPRC, 0), 1e-15);
            assertEquals((0.01 + 0.16 + 0.65 * 0.65 + 0.04) / 4, example.score(PropertyMetric.BRIER, 0), 1e-15);
            assertEquals((0.1 + 0.4 + 0.65 + 0.2) / 4, example.score(PropertyMetric.ECE, 0), 1e-15); // every bin holds one
        }

        @Test
        void agreesWithPairsAndThresholdsCountedOneByOneAlsoWithTies() {
            SplittableRandom random = new SplittableRandom(5);
            for (int levels : new int[] {3, 10, 1000}) {
                double[] labels = random.doubles(47).map(value -> value < 0.3 ? 1 : 0).toArray();
                double[] predictions = random.ints(47, 0, levels).mapToDouble(level -> level / (double) levels).toArray();
                LabelledPredictions scored = yesNo(labels, predictions);
                assertEquals(pairsInOrder(labels, predictions), scored.score(PropertyMetric.AUROC, 0), 1e-13);
                assertEquals(averagePrecision(labels, predictions), scored.score(PropertyMetric.AUPRC, 0), 1e-13);
            }
        }

        private static double pairsInOrder(double[] y, double[] p) {
            double ordered = 0;
            int pairs = 0;
            for (int i = 0; i < y.length; i++) {
                for (int j = 0; j < y.length; j++) {
                    if (y[i] == 1 && y[j] == 0) {
                        ordered += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
                        pairs++;
                    }
                }
            }
            return ordered / pairs;
        }

        private static double averagePrecision(double[] y, double[] p) {
            double sum = 0;
            double before = 0;
            for (double threshold : Arrays.stream(p).distinct().boxed().sorted(Collections.reverseOrder()).toList()) {
                double chosen = 0;
                double right = 0;
                for (int i = 0; i < y.length; i++) {
                    chosen += p[i] >= threshold ? 1 : 0;
                    right += p[i] >= threshold ? y[i] : 0;
                }
                double recall = right / Arrays.stream(y).sum();
                sum += (recall - before) * right / chosen;
                before = recall;
            }
            return sum;
        }

        @Test
        void oneValueForAllMoleculesRanksNothing() {
            LabelledPredictions constant = yesNo(new double[] {1, 0, 0, 0}, 0.25, 0.25, 0.25, 0.25);
            assertEquals(0.5, constant.score(PropertyMetric.AUROC, 0));
            assertEquals(0.25, constant.score(PropertyMetric.AUPRC, 0), "the share of positives");
            assertEquals(0, constant.score(PropertyMetric.ECE, 0), 1e-15);
        }

        @Test
        void rankingIsUndefinedWithoutBothClasses() {
            LabelledPredictions allPositive = yesNo(new double[] {1, 1, MISSING}, 0.2, 0.9, 0.5);
            assertTrue(Double.isNaN(allPositive.score(PropertyMetric.AUROC, 0)));
            assertTrue(Double.isNaN(allPositive.score(PropertyMetric.AUPRC, 0)));
            assertEquals((0.64 + 0.01) / 2, allPositive.score(PropertyMetric.BRIER, 0), 1e-15);
            assertTrue(Double.isNaN(yesNo(new double[] {MISSING}, 0.5).score(PropertyMetric.BRIER, 0)));
        }

        @Test
        void theMeanIsOverTasksWithBothClasses() {
            LabelledPredictions three = LabelledPredictions.of(LabelKind.YES_NO,
                    List.of(new ScoredTask("a", 1), new ScoredTask("b", 1), new ScoredTask("c", 1)),
                    new double[] {0, 1, 0, 1, 1, 1, MISSING, 1, 0}, new double[] {0.2, 0.5, 0.7, 0.6, 0.5, 0.5, 0, 0.5, 0.1});
            assertEquals((1 + 0.5) / 2, three.mean(PropertyMetric.AUROC), 1e-15);
            assertEquals(2, three.labelled(0));
            assertEquals(3, three.positive(1));
        }

        @Test
        void theReliabilityTableCountsEveryLabelledCellOfEveryRun() {
            LabelledPredictions run = yesNo(new double[] {1, 0, 1, MISSING, 1}, 0.72, 0.78, 1, 0.1, 0);
            List<ReliabilityBin> bins = LabelledPredictions.reliability(List.of(run, run));
            assertEquals(10, bins.size());
            assertEquals(new ReliabilityBin(0.7, 0.8, 4, 0.75, 0.5), bins.get(7));
            assertEquals(new ReliabilityBin(0.9, 1, 2, 1, 1), bins.get(9));
            assertEquals(new ReliabilityBin(0, 0.1, 2, 0, 1), bins.get(0));
            assertEquals(0, bins.get(1).count());
            assertTrue(Double.isNaN(bins.get(1).predicted()));
            assertEquals((2 * Math.abs(0.75 - 0.5) + 0 + 1) / 4, run.score(PropertyMetric.ECE, 0), 1e-15);
        }
    }

    @Nested
    class Numbers {

        @Test
        void errorsAndCorrelationFollowTheirDefinition() {
            LabelledPredictions scored = numbers(new double[] {1, 2, 4, MISSING}, 2, 2, 1, 100);
            assertEquals(Math.sqrt((1 + 0 + 9) / 3.0), scored.score(PropertyMetric.RMSE, 0), 1e-15);
            assertEquals(4 / 3.0, scored.score(PropertyMetric.MAE, 0), 1e-15);
            assertEquals(-0.9449111825230680, scored.score(PropertyMetric.PEARSON, 0), 1e-15); // −5/3 / √(14/3 · 2/3)
        }

        @Test
        void aConstantHasNoCorrelationWhateverRoundingSays() {
            double[] labels = new SplittableRandom(3).doubles(301, -5, 5).toArray();
            double[] constant = new double[301];
            Arrays.fill(constant, 0.1);
            assertTrue(Double.isNaN(numbers(labels, constant).score(PropertyMetric.PEARSON, 0)));
            assertEquals(1, numbers(labels, labels).score(PropertyMetric.PEARSON, 0), 1e-14);
        }

        @Test
        void aMissingLabelCountsAsIfTheMoleculeWereNotThere() {
            LabelledPredictions with = numbers(new double[] {3, MISSING, -1, MISSING, 0.5}, 2, 7, -2, 0, 1);
            LabelledPredictions without = numbers(new double[] {3, -1, 0.5}, 2, -2, 1);
            for (PropertyMetric metric : LabelKind.NUMBER.metrics()) {
                assertEquals(without.score(metric, 0), with.score(metric, 0), 1e-15, metric.label());
            }
            assertEquals(3, with.labelled(0));
            assertEquals(5, with.molecules());
        }

        @Test
        void tasksOfDifferentUnitsAreAveragedInStandardDeviations() {
            LabelledPredictions two = LabelledPredictions.of(LabelKind.NUMBER,
                    List.of(new ScoredTask("logS", 2), new ScoredTask("boiling point", 50)),
                    new double[] {0, 300, 0, 300}, new double[] {1, 400, -1, 200});
            assertEquals(100, two.score(PropertyMetric.RMSE, 1));
            assertEquals((0.5 + 2) / 2, two.mean(PropertyMetric.RMSE));
        }
    }

    @Nested
    class Refusals {

        @Test
        void aMissingPredictionIsNoWayToSkipAMolecule() {
            var e = assertThrows(IllegalArgumentException.class, () -> numbers(new double[] {1, MISSING}, 1, MISSING));
            assertEquals("predictions must be finite, got NaN for task logS of molecule 1 (counted from 0)", e.getMessage());
        }

        @Test
        void yesOrNoIsZeroOrOneAndAProbability() {
            var label = assertThrows(IllegalArgumentException.class, () -> yesNo(new double[] {2}, 0.5));
            assertEquals("labels must be 0, 1 or NaN (missing), got 2.0 for task toxic of molecule 0 (counted from 0)", label.getMessage());
            var prediction = assertThrows(IllegalArgumentException.class, () -> yesNo(new double[] {1}, 1.2));
            assertEquals("predictions must be in [0, 1], got 1.2 for task toxic of molecule 0 (counted from 0)", prediction.getMessage());
        }

        @Test
        void shapesNamesAndScalesMustFit() {
            assertMessage("labels and predictions must have shape (molecule, task=1), got 2 and 1 values", () -> numbers(new double[2], 1));
            assertMessage("tasks must not be empty, got no task",
                    () -> LabelledPredictions.of(LabelKind.NUMBER, List.of(), new double[0], new double[0]));
            ScoredTask twice = new ScoredTask("a", 1);
            assertMessage("tasks must have different names, got [a, a]",
                    () -> LabelledPredictions.of(LabelKind.NUMBER, List.of(twice, twice), new double[0], new double[0]));
            assertMessage("scale must be finite and greater than 0, got 0.0 for task a", () -> new ScoredTask("a", 0));
            assertMessage("reliability must be asked of YES_NO labels, got NUMBER",
                    () -> LabelledPredictions.reliability(List.of(numbers(new double[] {1}, 1))));
        }

        private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
            assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
        }
    }
}
