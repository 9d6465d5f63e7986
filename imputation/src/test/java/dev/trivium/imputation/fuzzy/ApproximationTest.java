package dev.trivium.imputation.fuzzy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApproximationTest {

    private static final double ROUNDING = 1e-12;
    /** Four things on a line. */
    private static final Similarity LINE = Similarity.gaussian(new double[][] {{.1}, {.2}, {.5}, {.9}}, .15);

    private static Approximation line(Implicator implicator) {
        return new Approximation(LINE, implicator, TNorm.MINIMUM);
    }

    /** L(x, j): the lower approximation of the granule of j at x. */
    private static double[][] granuleLower(Approximation approximation) {
        int n = approximation.similarity().size();
        double[][] byClass = new double[n][];
        Arrays.setAll(byClass, j -> approximation.lower(approximation.similarity().granule(j)));
        double[][] lower = new double[n][n];
        for (int x = 0; x < n; x++) {
            for (int j = 0; j < n; j++) {
                lower[x][j] = byClass[j][x];
            }
        }
        return lower;
    }

    private static void near(double[][] expected, double[][] actual, double tolerance) {
        for (int x = 0; x < expected.length; x++) {
            assertArrayEquals(expected[x], actual[x], tolerance, "row " + x);
        }
    }

    @Test
    void theLineHasItsKernelAndItsApproximations() {
        double[][] r = {{1, .967216, .586646, .118442}, {.967216, 1, .740818, .195278}, {.586646, .740818, 1, .586646}, {.118442, .195278, .586646, 1}};
        double[][] kd = {{.586646, .740818, .586646, .118442}, {.586646, .740818, .586646, .118442}, {.413354, .413354, .586646, .259182},
            {.118442, .195278, .586646, .586646}};
        double[][] upper = {{1, .967216, .740818, .586646}, {.967216, 1, .740818, .586646}, {.740818, .740818, 1, .586646},
            {.586646, .586646, .586646, 1}};
        double[][] kernel = new double[4][];
        double[][] above = new double[4][];
        Arrays.setAll(kernel, LINE::granule);
        Arrays.setAll(above, j -> line(Implicator.KLEENE_DIENES).upper(LINE.granule(j)));
        near(r, kernel, 1e-6);
        near(kd, granuleLower(line(Implicator.KLEENE_DIENES)), 1e-6);
        near(upper, above, 1e-6); // symmetric, so rows are columns
        assertArrayEquals(new double[] {.845828, 1, .619430, .151226}, granuleLower(line(Implicator.LUKASIEWICZ))[1], 1e-6);
        assertArrayEquals(new double[] {.757508, .847952, .586646, .118442}, granuleLower(line(Implicator.REICHENBACH))[0], 1e-6);
    }

    @Test
    void whenEveryNodeIsItsOwnClassNoOtherNodeIsEverNear() {
        // y runs over all nodes, x itself among them: x is wholly like x, yet not in the class {j}. So the formula of the paper, read with each
        // node as its own class, gives 0 for every pair and cannot rank edges. Only x = j is more than 0.
        double[] diagonal = {.032784, .032784, .259182, .413354};
        for (int j = 0; j < 4; j++) {
            double[] single = new double[4];
            single[j] = 1;
            double[] lower = line(Implicator.KLEENE_DIENES).lower(single);
            for (int x = 0; x < 4; x++) {
                assertEquals(x == j ? diagonal[j] : 0, lower[x], x == j ? 1e-6 : 0);
            }
        }
    }

    @Test
    void theUpperApproximationOfASingleThingIsTheSimilarityForEveryTNorm() {
        for (TNorm norm : TNorm.values()) {
            for (int j = 0; j < 4; j++) {
                double[] single = new double[4];
                single[j] = 1;
                assertArrayEquals(LINE.granule(j), new Approximation(LINE, Implicator.GOEDEL, norm).upper(single), ROUNDING);
            }
        }
    }

    @Test
    void withTheCosineResidualTheLowerApproximationOfAGranuleIsTheKernel() {
        for (long seed = 0; seed < 50; seed++) {
            Similarity r = cloud(seed, 12, 3);
            double[][] lower = granuleLower(new Approximation(r, Implicator.COSINE, TNorm.COSINE));
            for (int x = 0; x < 12; x++) {
                assertArrayEquals(r.granule(x), lower[x], ROUNDING);
            }
        }
    }

    @Test
    void theGaussianKernelIsTransitiveForTheCosineAndForNoOther() {
        double[] worst = new double[TNorm.values().length];
        for (long seed = 0; seed < 100; seed++) {
            for (TNorm norm : TNorm.values()) {
                worst[norm.ordinal()] = Math.max(worst[norm.ordinal()], cloud(seed, 12, 2).intransitivity(norm));
            }
        }
        assertEquals(0, worst[TNorm.COSINE.ordinal()], ROUNDING);
        assertTrue(worst[TNorm.LUKASIEWICZ.ordinal()] > 0.05);
        assertTrue(worst[TNorm.PRODUCT.ordinal()] > 0.05);
        assertTrue(worst[TNorm.MINIMUM.ordinal()] > 0.05);
    }

    @Test
    void aSetLiesBetweenItsApproximations() {
        each((r, a, approximation) -> {
            double[] lower = approximation.lower(a);
            double[] upper = approximation.upper(a);
            double[] boundary = approximation.boundary(a);
            for (int x = 0; x < a.length; x++) {
                assertTrue(lower[x] <= a[x] + ROUNDING && a[x] <= upper[x] + ROUNDING);
                assertEquals(upper[x] - lower[x], boundary[x], 0);
            }
        });
    }

    @Test
    void theLowerApproximationIsTheComplementOfTheUpperOneOfTheComplement() {
        each((r, a, approximation) -> approximation.implicator().dual().ifPresent(norm -> {
            double[] complement = Arrays.stream(a).map(v -> 1 - v).toArray();
            double[] upper = new Approximation(r, approximation.implicator(), norm).upper(complement);
            assertArrayEquals(approximation.lower(a), Arrays.stream(upper).map(v -> 1 - v).toArray(), ROUNDING);
        }));
    }

    @Test
    void theLowerApproximationOfAGranuleIsNeverAboveTheSimilarity() {
        each((r, a, approximation) -> {
            double[][] lower = granuleLower(approximation);
            for (int x = 0; x < r.size(); x++) {
                for (int j = 0; j < r.size(); j++) {
                    assertTrue(lower[x][j] >= 0 && lower[x][j] <= r.at(x, j) + ROUNDING);
                }
            }
        });
    }

    @Test
    void moreAttributesTellMoreApart() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] first = random.doubles(10).toArray();
            double[] second = random.doubles(10).toArray();
            double[][] classes = new double[2][10];
            for (int x = 0; x < 10; x++) {
                classes[random.nextInt(2)][x] = 1;
            }
            for (TNorm norm : TNorm.values()) {
                Similarity one = Similarity.linear(first, 1);
                Similarity both = one.and(Similarity.triangular(second, .7), norm);
                for (Implicator implicator : Implicator.values()) {
                    double[] few = new Approximation(one, implicator, norm).lower(classes[0]);
                    double[] more = new Approximation(both, implicator, norm).lower(classes[0]);
                    for (int x = 0; x < 10; x++) {
                        assertTrue(few[x] <= more[x] + ROUNDING);
                    }
                    assertTrue(new Approximation(one, implicator, norm).dependency(classes)
                            <= new Approximation(both, implicator, norm).dependency(classes) + ROUNDING);
                }
            }
        }
    }

    @Test
    void crispClassesAreAboutTheNearestOutsiderAndInsider() {
        double[] set = {1, 1, 0, 0};
        boolean[] inside = {true, true, false, false};
        Approximation kd = line(Implicator.KLEENE_DIENES);
        assertArrayEquals(new double[] {1 - LINE.at(0, 2), 1 - LINE.at(1, 2), 0, 0}, kd.lower(set), 0);
        assertArrayEquals(new double[] {1, 1, LINE.at(2, 1), LINE.at(3, 1)}, kd.upper(set), 0);
        assertArrayEquals(new double[] {Math.sqrt(1 - Math.pow(LINE.at(0, 2), 2)), Math.sqrt(1 - Math.pow(LINE.at(1, 2), 2)), 0, 0},
                KernelApproximation.lower(LINE, inside), ROUNDING);
        assertArrayEquals(new double[] {1, 1, 1 - Math.sqrt(1 - Math.pow(LINE.at(2, 1), 2)), 1 - Math.sqrt(1 - Math.pow(LINE.at(3, 1), 2))},
                KernelApproximation.upper(LINE, inside), ROUNDING);
        double[][] classes = {set, {0, 0, 1, 1}};
        double[] positive = {1 - LINE.at(0, 2), 1 - LINE.at(1, 2), 1 - LINE.at(2, 1), 1 - LINE.at(3, 1)};
        assertArrayEquals(positive, kd.positiveRegion(classes), 0);
        assertEquals(Arrays.stream(positive).average().orElseThrow(), kd.dependency(classes), ROUNDING);
    }

    @Test
    void theKernelVariantOfACrispClassIsTheGeneralModelWithTheCosine() {
        // I(R, 0) is √(1 - R²) for the cosine residual
        double[] set = {1, 0, 0, 1};
        assertArrayEquals(new Approximation(LINE, Implicator.COSINE, TNorm.COSINE).lower(set),
                KernelApproximation.lower(LINE, new boolean[] {true, false, false, true}), ROUNDING);
    }

    @Test
    void theRobustVariantTakesTheMeanOfTheFewSmallestOrLargest() {
        double[] a = {.2, .9, .4, 0};
        Approximation kd = line(Implicator.KLEENE_DIENES);
        double[] terms = new double[4];
        Arrays.setAll(terms, y -> Math.max(1 - LINE.at(2, y), a[y]));
        Arrays.sort(terms);
        assertEquals((terms[0] + terms[1]) / 2, kd.lowerMeanOfK(a, 2)[2], ROUNDING);
        Arrays.setAll(terms, y -> Math.min(LINE.at(2, y), a[y]));
        Arrays.sort(terms);
        assertEquals((terms[2] + terms[3]) / 2, kd.upperMeanOfK(a, 2)[2], ROUNDING);
        assertThrows(IllegalArgumentException.class, () -> kd.lowerMeanOfK(a, 5));
        assertThrows(IllegalArgumentException.class, () -> kd.lower(new double[] {1}));
    }

    @Test
    void whatIsNoToleranceRelationIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Similarity.of(2, new double[] {1, .5, .4, 1}));
        assertThrows(IllegalArgumentException.class, () -> Similarity.of(2, new double[] {.9, .5, .5, 1}));
        assertThrows(IllegalArgumentException.class, () -> Similarity.linear(new double[] {0, 3}, 2));
        assertThrows(IllegalArgumentException.class, () -> Similarity.gaussian(new double[][] {{0}, {Double.NaN}}, 1));
        assertThrows(IllegalArgumentException.class, () -> Similarity.triangular(new double[] {0, 3}, 0));
    }

    private interface Check {
        void on(Similarity r, double[] a, Approximation approximation);
    }

    private static void each(Check check) {
        for (long seed = 0; seed < 10; seed++) {
            Similarity r = cloud(seed, 9, 2);
            double[] a = new Random(seed + 1000).doubles(9).map(v -> v < .2 ? 0 : v > .8 ? 1 : v).toArray();
            for (Implicator implicator : Implicator.values()) {
                for (TNorm norm : TNorm.values()) {
                    check.on(r, a, new Approximation(r, implicator, norm));
                }
            }
        }
    }

    private static Similarity cloud(long seed, int size, int attributes) {
        Random random = new Random(seed);
        double[][] points = new double[size][attributes];
        for (double[] point : points) {
            Arrays.setAll(point, at -> random.nextGaussian());
        }
        return Similarity.gaussian(points, 0.5 + random.nextDouble());
    }
}
