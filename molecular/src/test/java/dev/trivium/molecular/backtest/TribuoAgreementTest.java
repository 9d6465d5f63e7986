package dev.trivium.molecular.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.metric.LabelledPredictions;
import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.metric.ScoredTask;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;

/** Where Tribuo has the same metric, ours is the same number. */
class TribuoAgreementTest {

    @Test
    void rankingMetricsAreThoseOfTribuoAlsoWithTies() {
        SplittableRandom random = new SplittableRandom(17);
        for (int levels : new int[] {1, 2, 7, 1_000_000}) {
            for (int trial = 0; trial < 50; trial++) {
                boolean[] positive = new boolean[30];
                double[] labels = new double[30];
                double[] predictions = new double[30];
                for (int i = 0; i < 30; i++) {
                    positive[i] = i < 2 ? i == 0 : random.nextInt(3) == 0; // both classes at least once
                    labels[i] = positive[i] ? 1 : 0;
                    predictions[i] = random.nextInt(levels) / (double) levels;
                }
                LabelledPredictions ours = LabelledPredictions.of(LabelKind.YES_NO, List.of(new ScoredTask("a", 1)), labels, predictions);
                assertEquals(LabelEvaluationUtil.binaryAUCROC(positive, predictions), ours.score(PropertyMetric.AUROC, 0), 1e-14);
                assertEquals(LabelEvaluationUtil.averagedPrecision(positive, predictions), ours.score(PropertyMetric.AUPRC, 0), 1e-14);
            }
        }
    }
}
