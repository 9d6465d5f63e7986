package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PreparedDrawTest {

    private static final int P = 4;
    private static final int N = 10;
    private static final Corruption NONE = new Corruption(0, 1, 1, 0, 0, 0.5);
    private static final Corruption ALL = new Corruption(1, 3, 5, 1, 1, 0.5);

    private static float[] wave(long seed) {
        float[] values = new float[(N + 1) * P];
        SplittableRandom random = new SplittableRandom(seed);
        for (int t = 0; t < values.length; t++) {
            values[t] = (float) (100 + 3 * Math.sin(t) + random.nextDouble());
        }
        return values;
    }

    private static PretrainingBatch prepared(float[] values, Corruption corruption, long seed) {
        PretrainingBatch batch = PretrainingBatch.empty(1, N, P);
        new PreparedDraw(P, N, corruption, values.clone(), new SplittableRandom(seed)).into(batch, 0);
        return batch;
    }

    /** First token with a loss; N if none has. */
    private static int firstSupervised(PretrainingBatch batch) {
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < P; j++) {
                if (batch.weights()[i * P + j] > 0) {
                    return i;
                }
            }
        }
        return N;
    }

    private static float input(PretrainingBatch batch, int patch, int j) {
        return batch.inputs()[patch * 2 * P + j];
    }

    private static boolean shown(PretrainingBatch batch, int patch, int j) {
        return batch.inputs()[patch * 2 * P + P + j] == 1;
    }

    @Test // poison: whatever comes after the prefix changes neither the inputs of the prefix nor, through them, the statistics
    void theFutureOfTheFirstTokenThatLearnsChangesNothingThatItSees() {
        for (long seed = 0; seed < 300; seed++) {
            float[] values = wave(seed);
            PretrainingBatch before = prepared(values, ALL, seed);
            int first = firstSupervised(before);
            for (int t = (first + 1) * P; t < values.length; t++) {
                values[t] = t % 3 == 0 ? 1e9f : -5e8f + t;
            }
            PretrainingBatch after = prepared(values, ALL, seed);
            int seen = (first + 1) * 2 * P;
            assertArrayEquals(java.util.Arrays.copyOf(before.inputs(), seen), java.util.Arrays.copyOf(after.inputs(), seen), "seed " + seed);
            assertEquals(first, firstSupervised(after), "seed " + seed);
        }
    }

    @Test // and of every later token: its own future moves no input up to it
    void aLaterPointChangesNoEarlierInput() {
        for (long seed = 0; seed < 100; seed++) {
            PretrainingBatch before = prepared(wave(seed), ALL, seed);
            int first = firstSupervised(before);
            for (int token = first; token < N; token++) {
                float[] values = wave(seed);
                java.util.Arrays.fill(values, (token + 1) * P, values.length, -7e6f);
                PretrainingBatch after = prepared(values, ALL, seed);
                int seen = (token + 1) * 2 * P;
                assertArrayEquals(java.util.Arrays.copyOf(before.inputs(), seen), java.util.Arrays.copyOf(after.inputs(), seen));
            }
        }
    }

    @Test
    void whatIsHiddenFromTheInputsDoesNotEnterTheStatistics() {
        for (long seed = 0; seed < 200; seed++) {
            float[] values = wave(seed);
            PretrainingBatch before = prepared(values, ALL, seed);
            for (int t = 0; t < N * P; t++) {
                if (!shown(before, t / P, t % P)) {
                    values[t] = 1e8f;
                }
            }
            assertArrayEquals(before.inputs(), prepared(values, ALL, seed).inputs(), "seed " + seed);
        }
    }

    @Test
    void aTargetIsTheInputOfTheNextPatch() {
        PretrainingBatch batch = prepared(wave(1), NONE, 1);
        for (int i = firstSupervised(batch); i < N - 1; i++) {
            for (int j = 0; j < P; j++) {
                assertEquals(input(batch, i + 1, j), batch.targets()[i * P + j]);
            }
        }
    }

    private static double sum(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }

    @Test
    void theWeightsOfADrawAddUpToOneOverTheSpreadOfItsTargets() {
        for (long seed = 0; seed < 50; seed++) {
            float[] values = wave(seed);
            values[(N + 1) * P - 1] = Float.NaN;
            PretrainingBatch batch = prepared(values, ALL, seed);
            double mean = 0;
            double squares = 0;
            double total = sum(batch.weights());
            for (int x = 0; x < N * P; x++) {
                mean += batch.weights()[x] / total * batch.targets()[x];
                squares += batch.weights()[x] / total * batch.targets()[x] * batch.targets()[x];
            }
            assertEquals(1 / Math.max(1, Math.sqrt(squares - mean * mean)), total, 1e-4);
            assertEquals(0, batch.weights()[N * P - 1]);
        }
    }

    @Test
    void aDrawThatLeavesItsPrefixFarBehindWeighsLess() {
        float[] values = wave(1);
        for (int t = 0; t < values.length; t++) {
            values[t] += 2 * t;
        }
        assertTrue(sum(prepared(values, NONE, 1).weights()) < 0.9);
    }

    @Test
    void aMissingPointIsZeroWithFlagZeroAndNoTarget() {
        float[] values = wave(3);
        values[6 * P + 2] = Float.NaN;
        PretrainingBatch batch = prepared(values, NONE, 3);
        assertEquals(0, input(batch, 6, 2));
        assertFalse(shown(batch, 6, 2));
        assertTrue(shown(batch, 6, 1));
        assertEquals(0, batch.weights()[5 * P + 2]);
        assertTrue(batch.weights()[5 * P + 1] > 0);
    }

    @Test
    void maskedPatchesAreWhollyMissingAndStillAskedFor() {
        int masked = 0;
        for (long seed = 0; seed < 100; seed++) {
            PretrainingBatch batch = prepared(wave(seed), new Corruption(1, 3, 5, 0, 0, 1), seed);
            for (int i = Math.max(1, firstSupervised(batch)); i < N; i++) {
                if (batch.far()[i] == 1) {
                    masked++;
                    for (int j = 0; j < P; j++) {
                        assertFalse(shown(batch, i, j));
                        assertTrue(batch.weights()[(i - 1) * P + j] > 0 || i == firstSupervised(batch));
                    }
                } else {
                    assertTrue(shown(batch, i, 0));
                }
            }
            assertTrue(shown(batch, 0, 0), "the first patch is never masked");
        }
        assertTrue(masked > 100, "got " + masked);
    }

    @Test
    void aShortenedHistoryLosesItsOldestPoints() {
        boolean lost = false;
        for (long seed = 0; seed < 50; seed++) {
            PretrainingBatch batch = prepared(wave(seed), new Corruption(0, 1, 1, 1, 0, 0.5), seed);
            for (int j = 1; j < P; j++) {
                assertTrue(shown(batch, 0, j) || !shown(batch, 0, j - 1));
            }
            assertTrue(shown(batch, 0, P - 1));
            lost |= !shown(batch, 0, 0);
        }
        assertTrue(lost);
    }

    @Test
    void aConstantBeginningMakesThePrefixLonger() {
        float[] values = wave(1);
        java.util.Arrays.fill(values, 0, 7 * P, 5);
        assertEquals(7, firstSupervised(prepared(values, NONE, 1)));
    }

    @Test
    void aConstantDrawIsShownAsMissingAndCarriesNoLoss() {
        float[] values = new float[(N + 1) * P];
        java.util.Arrays.fill(values, 5);
        PretrainingBatch batch = prepared(values, ALL, 1);
        assertEquals(0, batch.supervisedDraws());
        assertArrayEquals(new float[2 * N * P], batch.inputs());
        assertArrayEquals(new float[N * P], batch.weights());
    }

    @Test
    void prefixesAreShortHalfOfTheTimeAndNeverLongerThanHalfTheDraw() {
        int[] counts = new int[N];
        for (long seed = 0; seed < 2000; seed++) {
            counts[firstSupervised(prepared(wave(seed), new Corruption(0, 1, 1, 0, 0, 0), seed))]++;
        }
        for (int i = 0; i < N; i++) {
            assertTrue(i < N / 2 ? counts[i] > 300 : counts[i] == 0, i + ": " + counts[i]);
        }
    }
}
