package dev.trivium.nn.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomForestTest {

    private static final ForestSettings SETTINGS = new ForestSettings(60, 0.4, 2);

    private final TreeRows rows = ForestRows.rows(800, 1);
    private final float[] labels = ForestRows.labels(rows, 2);

    private static double[] ask(TreeEnsemble forest, TreeRows rows) {
        return forest.sums(rows.toArray(0, rows.count()), rows.count(), rows.width());
    }

    @Test
    void learnsTheShapeOfAFunction() {
        TreeRows unseen = ForestRows.rows(400, 7);
        float[] expected = ForestRows.labels(unseen, 8);
        double error = ForestRows.squaredError(ask(RandomForest.learn(rows, labels, SETTINGS, 1), unseen), expected);
        assertTrue(error < 0.2 * ForestRows.variance(expected), "squared error " + error);
    }

    @Test
    void aSeedDecidesTheForest() {
        double[] once = ask(RandomForest.learn(rows, labels, SETTINGS, 1), rows);
        assertArrayEquals(once, ask(RandomForest.learn(rows, labels, SETTINGS, 1), rows));
        assertFalse(Arrays.equals(once, ask(RandomForest.learn(rows, labels, SETTINGS, 2), rows)));
    }

    @Test
    void treesOfOneForestDiffer() {
        TreeEnsemble forest = RandomForest.learn(rows, labels, SETTINGS, 1);
        double[] first = new double[rows.count()];
        double[] second = new double[rows.count()];
        forest.add(0, rows.toArray(0, rows.count()), rows.count(), rows.width(), first);
        forest.add(1, rows.toArray(0, rows.count()), rows.count(), rows.width(), second);
        assertFalse(Arrays.equals(first, second));
    }

    /** Each drawn row reaches a leaf; a leaf answers with the mean of what reached it, so all answers lie within the labels. */
    @Test
    void answersLieWithinTheLabels() {
        double[] answers = ask(RandomForest.learn(rows, labels, SETTINGS, 3), ForestRows.rows(300, 9));
        float[] sorted = labels.clone();
        Arrays.sort(sorted);
        for (double answer : answers) {
            assertTrue(answer >= sorted[0] - 1e-5 && answer <= sorted[sorted.length - 1] + 1e-5, "answer " + answer);
        }
    }

    /** Plain loops over every input and every limit between two values, on rows as they were drawn. */
    @Test
    void theFirstSplitLeavesTheLeastSquaredError() {
        for (int seed = 0; seed < 20; seed++) {
            TreeRows few = ForestRows.rows(40, seed);
            float[] wanted = ForestRows.labels(few, seed + 100);
            ForestTree tree = new ForestTree(few, new NumberBins(few), wanted, new ForestSettings(1, 1, 3));
            tree.grow(seed);
            double ours = errorAfter(few, wanted, tree.weights(), tree.feature(0), (float) tree.value(0), 3);
            double least = Double.POSITIVE_INFINITY;
            float[] all = few.toArray(0, 40);
            for (int input = 0; input < few.width(); input++) {
                for (int r = 0; r < 40; r++) {
                    least = Math.min(least, errorAfter(few, wanted, tree.weights(), input, all[r * few.width() + input], 3));
                }
            }
            assertEquals(least, ours, 1e-9 * (1 + least), "seed " + seed);
        }
    }

    private static double errorAfter(TreeRows rows, float[] labels, int[] weights, int input, float limit, int leastRows) {
        double[] count = new double[2];
        double[] sum = new double[2];
        double squares = 0;
        float[] all = rows.toArray(0, rows.count());
        for (int r = 0; r < rows.count(); r++) {
            int side = all[r * rows.width() + input] < limit ? 0 : 1;
            count[side] += weights[r];
            sum[side] += weights[r] * (double) labels[r];
            squares += weights[r] * (double) labels[r] * labels[r];
        }
        boolean allowed = count[0] >= leastRows && count[1] >= leastRows;
        return allowed ? squares - sum[0] * sum[0] / count[0] - sum[1] * sum[1] / count[1] : Double.POSITIVE_INFINITY;
    }

    @Test
    void labelsOfZeroAndOneGiveTheShareOfOnes() {
        float[] all = rows.toArray(0, rows.count());
        float[] yes = new float[rows.count()];
        for (int r = 0; r < yes.length; r++) {
            yes[r] = all[r * rows.width() + ForestRows.NUMBERS + 10];
        }
        double[] shares = ask(RandomForest.learn(rows, yes, new ForestSettings(200, 0.2, 1), 4), rows);
        double worst = 0;
        for (int r = 0; r < yes.length; r++) {
            assertTrue(shares[r] >= 0 && shares[r] <= 1 + 1e-5, "share " + shares[r]);
            worst = Math.max(worst, Math.abs(shares[r] - yes[r]));
        }
        assertTrue(worst < 0.5, "largest difference " + worst);
    }

    @Test
    void aLeafHasTheRowsAskedFor() {
        ForestTree tree = new ForestTree(rows, new NumberBins(rows), labels, new ForestSettings(1, 1, 50));
        int leaves = 0;
        for (int nodes = tree.grow(5), i = 0; i < nodes; i++) {
            leaves += tree.feature(i) == TreeEnsemble.LEAF ? 1 : 0;
        }
        assertTrue(leaves > 4 && leaves <= 800 / 50, leaves + " leaves");
    }

    @Test
    void equalLabelsNeedOneLeafAndSplitlessRowsToo() {
        float[] flat = new float[rows.count()];
        Arrays.fill(flat, 4.5f);
        for (double answer : ask(RandomForest.learn(rows, flat, SETTINGS, 1), rows)) {
            assertEquals(4.5, answer, 1e-5);
        }
        TreeRows same = TreeRows.of(1, 2, new float[] {7, 7, 7, 7}, new int[][] {{1}, {1}, {1}, {1}});
        double[] answers = ask(RandomForest.learn(same, new float[] {1, 2, 3, 4}, new ForestSettings(400, 1, 1), 1), same);
        assertEquals(2.5, answers[0], 0.2);
    }

    @Test
    void oneRowIsEnough() {
        TreeRows one = TreeRows.of(1, 1, new float[] {3}, new int[][] {{0}});
        assertEquals(8, ask(RandomForest.learn(one, new float[] {8}, SETTINGS, 1), one)[0], 1e-5);
    }

    @Test
    void moreThan256DifferentNumbersAreBinnedByQuantiles() {
        Random random = new Random(6);
        float[] values = new float[5000];
        float[] wanted = new float[5000];
        for (int r = 0; r < values.length; r++) {
            values[r] = (float) Math.exp(3 * random.nextGaussian());
            wanted[r] = values[r] > 1 ? 1 : 0;
        }
        TreeRows skewed = TreeRows.dense(5000, 1, values);
        NumberBins bins = new NumberBins(skewed);
        assertEquals(256, bins.count(0));
        int[] sizes = new int[256];
        for (int r = 0; r < 5000; r++) {
            int bin = bins.bin(0, r);
            sizes[bin]++;
            assertTrue(bin == 0 || values[r] >= bins.limit(0, bin));
            assertTrue(bin == 255 || values[r] < bins.limit(0, bin + 1));
        }
        assertTrue(Arrays.stream(sizes).allMatch(size -> size == 19 || size == 20), Arrays.toString(sizes));
        double[] answers = ask(RandomForest.learn(skewed, wanted, new ForestSettings(50, 1, 1), 1), skewed);
        assertTrue(ForestRows.squaredError(answers, wanted) < 0.01);
    }

    @Test
    void aNumberThatIsMostlyTheSameIsStillBinnedOverItsRange() {
        float[] values = new float[5000];
        for (int r = 0; r < 2000; r++) {
            values[r] = 1 + r;
        }
        NumberBins bins = new NumberBins(TreeRows.dense(5000, 1, values));
        assertTrue(bins.count(0) > 200 && bins.count(0) <= 256, bins.count(0) + " bins");
        assertTrue(bins.limit(0, bins.count(0) - 1) > 1950, "last limit " + bins.limit(0, bins.count(0) - 1));
    }

    @Test
    void refusesSettingsOutOfRangeAndLabelsThatDoNotFit() {
        for (List<Number> bad : List.of(List.<Number>of(0, 0.5, 1), List.<Number>of(1, 0.0, 1), List.<Number>of(1, 1.1, 1),
                List.<Number>of(1, Double.NaN, 1), List.<Number>of(1, 0.5, 0))) {
            assertThrows(IllegalArgumentException.class,
                    () -> new ForestSettings(bad.get(0).intValue(), bad.get(1).doubleValue(), bad.get(2).intValue()), bad.toString());
        }
        var e = assertThrows(IllegalArgumentException.class, () -> RandomForest.learn(rows, new float[3], SETTINGS, 1));
        assertEquals("labels must be one for each row, at least one, got 3 for 800", e.getMessage());
    }
}
