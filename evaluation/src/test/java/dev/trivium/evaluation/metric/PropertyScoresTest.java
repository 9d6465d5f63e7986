package dev.trivium.evaluation.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PropertyScoresTest {

    private static final MoleculeBootstrap BOOTSTRAP = MoleculeBootstrap.standard(11);

    /** Normal labels, and predictions that are {@code error} standard deviations beside them. */
    private static LabelledPredictions numbers(int molecules, double error, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] labels = new double[molecules];
        double[] predictions = new double[molecules];
        for (int i = 0; i < molecules; i++) {
            labels[i] = normal(random);
            predictions[i] = labels[i] + error * normal(random);
        }
        return LabelledPredictions.of(LabelKind.NUMBER, List.of(new ScoredTask("logS", 1)), labels, predictions);
    }

    /** The first {@code positive} molecules are positive and score 1 standard deviation higher: the AUROC is 0.7602. */
    private static LabelledPredictions yesNo(int molecules, int positive, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] labels = new double[molecules];
        Arrays.fill(labels, 0, positive, 1);
        double[] predictions = new double[molecules];
        for (int i = 0; i < molecules; i++) {
            predictions[i] = 1 / (1 + StrictMath.exp(-normal(random) - labels[i]));
        }
        return LabelledPredictions.of(LabelKind.YES_NO, List.of(new ScoredTask("toxic", 1)), labels, predictions);
    }

    private static double normal(SplittableRandom random) {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble())) * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    private static PropertyScores scores(LabelledPredictions... runs) {
        return PropertyScores.of(List.of(runs), BOOTSTRAP);
    }

    @Test
    void intervalsCoverTheTruthAboutAsOftenAsTheySay() {
        int runs = 200;
        int rmse = 0;
        int auroc = 0;
        for (int run = 0; run < runs; run++) {
            rmse += scores(numbers(100, 0.5, 1000 + run)).meanInterval(PropertyMetric.RMSE).contains(0.5) ? 1 : 0;
            auroc += scores(yesNo(150, 15, 5000 + run)).meanInterval(PropertyMetric.AUROC).contains(0.7602) ? 1 : 0;
        }
        assertTrue(rmse >= 0.88 * runs && rmse <= 0.99 * runs, "RMSE covered: " + rmse + " of " + runs);
        assertTrue(auroc >= 0.86 * runs && auroc <= 0.99 * runs, "AUROC covered: " + auroc + " of " + runs);
    }

    @Test
    void agreesWithScoringResampledMoleculesWrittenOut() {
        LabelledPredictions given = yesNo(40, 12, 3);
        TaskSample sample = given.sample(0);
        double[] label = new double[40];
        double[] predicted = new double[40];
        for (int i = 0; i < 40; i++) {
            label[sample.molecule()[i]] = sample.label()[i];
            predicted[sample.molecule()[i]] = sample.predicted()[i];
        }
        SplittableRandom random = new SplittableRandom(21);
        double[] drawn = new double[200];
        for (int r = 0; r < drawn.length; r++) {
            double[] labels = new double[40];
            double[] predictions = new double[40];
            for (int i = 0; i < 40; i++) {
                int molecule = random.nextInt(40);
                labels[i] = label[molecule];
                predictions[i] = predicted[molecule];
            }
            drawn[r] = LabelledPredictions.of(LabelKind.YES_NO, given.tasks(), labels, predictions).score(PropertyMetric.AUPRC, 0);
        }
        Interval expected = ExpandedPercentile.of(drawn, 0.9, 24);
        Interval got = PropertyScores.of(List.of(given), new MoleculeBootstrap(200, 0.9, 21)).interval(PropertyMetric.AUPRC, 0);
        assertEquals(expected.low(), got.low(), 1e-12);
        assertEquals(expected.high(), got.high(), 1e-12);
    }

    @Test
    void pairingSeesASmallGainThatSeparateIntervalsHide() {
        PropertyScores reference = scores(numbers(120, 0.5, 7));
        PropertyScores method = scores(numbers(120, 0.485, 7)); // every error 3 % smaller
        Gain gain = method.gain(reference, PropertyMetric.RMSE);
        assertTrue(gain.isBetter() && gain.known(), gain.toString());
        assertEquals(1, gain.shareBetter());
        assertEquals(0.03 * reference.means(PropertyMetric.RMSE)[0], gain.value(), 1e-12);
        assertTrue(method.meanInterval(PropertyMetric.RMSE).contains(reference.means(PropertyMetric.RMSE)[0]));
        Gain loss = reference.gain(method, PropertyMetric.RMSE);
        assertEquals(-gain.value(), loss.value(), 1e-15);
        assertFalse(loss.isBetter());
    }

    @Test
    void aHigherRankingIsAGain() {
        LabelledPredictions good = yesNo(100, 40, 5);
        double[] labels = new double[100];
        Arrays.fill(labels, 0, 40, 1);
        double[] blind = new double[100];
        Arrays.fill(blind, 0.4);
        PropertyScores naive = scores(LabelledPredictions.of(LabelKind.YES_NO, good.tasks(), labels, blind));
        Gain gain = scores(good).gain(naive, PropertyMetric.AUROC);
        assertEquals(good.score(PropertyMetric.AUROC, 0) - 0.5, gain.value(), 1e-15);
        assertTrue(gain.isBetter(), gain.toString());
    }

    @Test
    void aMethodIsNeitherBetterNorWorseThanItself() {
        PropertyScores scores = scores(numbers(50, 1, 1));
        assertEquals(new Gain(0, new Interval(0, 0), 0.5), scores.gain(scores, PropertyMetric.MAE));
        assertFalse(scores.gain(scores, PropertyMetric.MAE).isBetter());
    }

    @Test
    void theSameSeedGivesTheSameIntervalsAndAnotherSeedOthers() {
        LabelledPredictions run = numbers(50, 1, 1);
        Interval interval = scores(run).meanInterval(PropertyMetric.RMSE);
        assertEquals(interval, scores(run).meanInterval(PropertyMetric.RMSE));
        assertNotEquals(interval, PropertyScores.of(List.of(run), MoleculeBootstrap.standard(12)).meanInterval(PropertyMetric.RMSE));
        assertTrue(interval.contains(run.mean(PropertyMetric.RMSE)));
    }

    @Test
    void tooFewMoleculesOrTooRareAClassGiveNoInterval() {
        assertFalse(scores(numbers(9, 1, 1)).meanInterval(PropertyMetric.RMSE).known());
        assertTrue(scores(numbers(10, 1, 1)).meanInterval(PropertyMetric.RMSE).known());
        PropertyScores rare = scores(yesNo(100, 4, 1));
        assertFalse(rare.interval(PropertyMetric.AUROC, 0).known());
        assertTrue(rare.interval(PropertyMetric.BRIER, 0).known());
        assertTrue(scores(yesNo(100, 6, 1)).interval(PropertyMetric.AUROC, 0).known());
    }

    @Test
    void severalRunsAreAveragedScoreByScore() {
        LabelledPredictions first = numbers(60, 0.5, 8);
        LabelledPredictions second = numbers(60, 0.7, 8);
        PropertyScores both = scores(first, second);
        assertEquals(List.of(first.mean(PropertyMetric.RMSE), second.mean(PropertyMetric.RMSE)),
                Arrays.stream(both.means(PropertyMetric.RMSE)).boxed().toList());
        Interval interval = both.meanInterval(PropertyMetric.RMSE);
        Interval low = scores(first).meanInterval(PropertyMetric.RMSE);
        Interval high = scores(second).meanInterval(PropertyMetric.RMSE);
        assertTrue(low.low() < interval.low() && interval.low() < high.low(), interval + " between " + low + " and " + high);
        assertEquals(1.2 / 0.5 / 2 * first.mean(PropertyMetric.RMSE) - first.mean(PropertyMetric.RMSE),
                both.gain(scores(first), PropertyMetric.RMSE).value() * -1, 1e-12);
    }

    @Test
    void methodsOnOtherMoleculesAreNotCompared() {
        var size = assertThrows(IllegalArgumentException.class,
                () -> scores(numbers(50, 1, 1)).gain(scores(numbers(51, 1, 1)), PropertyMetric.RMSE));
        assertEquals("methods must be scored on the same molecules, got 50 and 51", size.getMessage());
        var label = assertThrows(IllegalArgumentException.class, () -> scores(yesNo(50, 20, 1), yesNo(50, 21, 1)));
        assertEquals("methods must be scored on the same labels, got 0.0 and 1.0 for task toxic of molecule 20 (counted from 0)", label.getMessage());
        var metric = assertThrows(IllegalArgumentException.class, () -> scores(numbers(50, 1, 1)).meanInterval(PropertyMetric.AUROC));
        assertEquals("metric must be one of [RMSE, MAE, PEARSON], got AUROC", metric.getMessage());
    }
}
