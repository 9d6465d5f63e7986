package dev.trivium.molecular.molgraphxlstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.molecular.TaskKind;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValidationScoreTest {

    private static final double NONE = Double.NaN;

    @Test
    void aurocIsTheShareOfPairsInOrder() {
        Random random = new Random(5);
        double[] predictions = random.doubles(60).map(p -> Math.rint(10 * p)).toArray(); // with ties
        double[] labels = random.doubles(60).map(u -> u < 0.2 ? NONE : u < 0.5 ? 1 : 0).toArray();
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 60; j++) {
                if (labels[i] == 1 && labels[j] == 0) {
                    pairs++;
                    won += predictions[i] > predictions[j] ? 1 : predictions[i] == predictions[j] ? 0.5 : 0;
                }
            }
        }
        assertEquals(won / pairs, ValidationScore.auroc(1, 0, predictions, labels), 1e-12);
    }

    @Test
    void classificationScoresOnlyTasksWithBothClasses() {
        double[] labels = {1, 1, 0, 1, 1, NONE};
        double[] predictions = {0.3, 9, 0.2, 9, 0.1, 9};
        assertEquals(1 - 0.5, ValidationScore.of(TaskKind.CLASSIFICATION, LabelScale.none(2), predictions, labels), 1e-12);
    }

    @Test
    void refusesToChooseByNothing() {
        String message = assertThrows(IllegalArgumentException.class, () -> ValidationScore.of(TaskKind.CLASSIFICATION, LabelScale.none(1),
                new double[] {1, 2}, new double[] {1, 1})).getMessage();
        assertEquals("validation must have a positive and a negative molecule for one task at least, got none among 1 tasks", message);
    }

    @Test
    void oneQuantityIsScoredInItsOwnUnitAndSeveralInDeviations() {
        LabelScale one = new LabelScale(new double[] {5}, new double[] {2});
        assertEquals(2 * Math.sqrt(2.5), ValidationScore.of(TaskKind.REGRESSION, one, new double[] {0, 1, 7}, new double[] {1, 3, NONE}), 1e-12);
        LabelScale two = new LabelScale(new double[] {5, 0}, new double[] {2, 7});
        assertEquals((1 + 3) / 2.0, ValidationScore.of(TaskKind.REGRESSION, two, new double[] {0, 0, 0, 0}, new double[] {1, 3, NONE, 3}), 1e-12);
    }
}
