package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With patches of 4 points, 6 positions and a model that says the last z it sees, from -2 to +2 about it. */
class PatchDecoderTest {

    private static final int P = 4;
    private static final List<Double> LEVELS = List.of(0.1, 0.5, 0.9);
    private final List<String> calls = new ArrayList<>();

    /** Says the last observed z; its quantiles come in the wrong order. */
    private float[] last(float[] inputs, int channels, int patches, int wanted) {
        int series = inputs.length / (2 * P * patches);
        int masked = 0;
        float[] out = new float[series * wanted * (1 + LEVELS.size()) * P];
        for (int s = 0; s < series; s++) {
            float z = 0;
            masked = 0;
            for (int n = 0; n < patches; n++) {
                int at = (s * patches + n) * 2 * P;
                boolean any = false;
                for (int i = 0; i < P; i++) {
                    if (inputs[at + P + i] == 1) {
                        z = inputs[at + i];
                        any = true;
                    }
                }
                masked = any ? 0 : masked + 1;
            }
            float[] heads = {z, z + 2, z, z - 2};
            for (int w = 0; w < wanted; w++) {
                for (int i = 0; i < heads.length * P; i++) {
                    out[((s * wanted + w) * heads.length * P) + i] = heads[i / P];
                }
            }
        }
        calls.add(series + "x" + (patches - masked) + "+" + masked + ">" + wanted);
        return out;
    }

    private PatchDecoder decoder(Prediction prediction) {
        return new PatchDecoder(this::last, P, 6, LEVELS, prediction);
    }

    private static double[] ramp(int length) {
        double[] values = new double[length];
        Arrays.setAll(values, i -> i % 3);
        return values;
    }

    @Test
    void aHorizonIsSaidInOnePassBehindMaskedPatches() {
        PatchForecasts out = decoder(Prediction.standard()).forecast(new double[][] {ramp(9)}, 1, 10);
        assertEquals(List.of("1x3+2>3"), calls);
        assertEquals(10, out.point()[0].length);
        for (double value : out.point()[0]) {
            assertEquals(2, value, 1e-6);
        }
    }

    @Test
    void quantilesAreSorted() {
        PatchForecasts out = decoder(Prediction.standard()).forecast(new double[][] {ramp(12)}, 1, 4);
        assertEquals(3, out.levels());
        double spread = Math.sqrt(2.0 / 3);
        assertEquals(2 - 2 * spread, out.level(0)[0][3], 1e-6);
        assertEquals(2, out.level(1)[0][3], 1e-6);
        assertEquals(2 + 2 * spread, out.level(2)[0][3], 1e-6);
    }

    @Test
    void theHistoryKeepsHalfOfThePositionsAndTheRestIsRolled() {
        decoder(Prediction.standard()).forecast(new double[][] {ramp(40)}, 1, 30); // 8 patches: blocks of at most 4
        assertEquals(List.of("1x3+3>4", "1x3+3>4"), calls);
        assertEquals(12, decoder(Prediction.standard()).seen(30));
        assertEquals(24, decoder(Prediction.standard()).seen(3));
    }

    @Test
    void patchByPatchTakesItsMeansForObserved() {
        Prediction prediction = Prediction.standard().with(Decoding.PATCH_BY_PATCH);
        PatchForecasts out = decoder(prediction).forecast(new double[][] {ramp(9)}, 1, 10);
        assertEquals(List.of("1x3+0>1", "1x4+0>1", "1x5+0>1"), calls);
        assertEquals(2, out.point()[0][9], 1e-6);
    }

    @Test
    void aLaterBlockIsAtLeastAsWideAsTheEndOfTheOneBefore() {
        Prediction prediction = Prediction.standard().with(Decoding.PATCH_BY_PATCH);
        PatchForecasts out = decoder(prediction).forecast(new double[][] {ramp(9)}, 1, 40);
        for (int t = P; t < 40; t++) {
            assertTrue(out.level(2)[0][t] - out.level(0)[0][t] >= out.level(2)[0][t - P] - out.level(0)[0][t - P] - 1e-9, "step " + t);
        }
    }

    @Test
    void bothWaysAreBlendedWithTheWidthOfOnePass() {
        PatchModel drifting = (inputs, channels, patches, wanted) -> {
            float[] out = last(inputs, channels, patches, wanted);
            for (int i = 0; i < out.length; i++) {
                out[i] += wanted == 1 ? 0.5f : 0;
            }
            return out;
        };
        double[][] past = {ramp(9)};
        PatchForecasts[] out = new PatchForecasts[3];
        for (Decoding decoding : Decoding.values()) {
            out[decoding.ordinal()] = new PatchDecoder(drifting, P, 6, LEVELS, Prediction.standard().with(decoding)).forecast(past, 1, 10);
        }
        PatchForecasts blend = out[Decoding.BLENDED.ordinal()];
        for (int t = 0; t < 10; t++) {
            assertEquals((out[0].point()[0][t] + out[1].point()[0][t]) / 2, blend.point()[0][t], 1e-9);
            assertEquals((out[0].level(1)[0][t] + out[1].level(1)[0][t]) / 2, blend.level(1)[0][t], 1e-9);
            assertEquals(out[0].level(2)[0][t] - out[0].level(0)[0][t], blend.level(2)[0][t] - blend.level(0)[0][t], 1e-9);
        }
        PatchForecasts flat = new PatchDecoder(drifting, P, 6, LEVELS, Prediction.standard().with(Decoding.BLENDED))
                .forecast(new double[][] {{0.1, Double.NaN, 0.1}}, 1, 30);
        assertEquals(0.1, flat.point()[0][29]);
        assertEquals(0.1, flat.level(2)[0][29]);
    }

    @Test
    void seriesAreForecastInChunks() {
        double[][] many = new double[3000][];
        Arrays.setAll(many, i -> ramp(24));
        PatchForecasts out = decoder(Prediction.standard()).forecast(many, 1, 4);
        assertEquals(List.of("1365x6+0>1", "1365x6+0>1", "270x6+0>1"), calls);
        assertEquals(out.point()[0][0], out.point()[2999][3]);
    }

    @Test
    void theMirroredAnswerTurnsTheForecastExactly() {
        PatchModel skewed = (inputs, channels, patches, wanted) -> {
            float[] out = last(inputs, channels, patches, wanted);
            for (int i = 0; i < out.length; i++) {
                out[i] += 1 + i / P % 4;
            }
            return out;
        };
        double[] up = ramp(10);
        double[] down = Arrays.stream(up).map(v -> -v).toArray();
        PatchDecoder decoder = new PatchDecoder(skewed, P, 6, LEVELS, Prediction.standard().withMirror());
        PatchForecasts out = decoder.forecast(new double[][] {up, down}, 1, 9);
        for (int t = 0; t < 9; t++) {
            assertEquals(-out.point()[0][t], out.point()[1][t]);
            for (int q = 0; q < 3; q++) {
                assertEquals(-out.level(2 - q)[0][t], out.level(q)[1][t]);
            }
        }
    }

    @Test
    void theMedianMayBeTheSingleNumber() {
        PatchModel off = (inputs, channels, patches, wanted) -> {
            float[] out = last(inputs, channels, patches, wanted);
            for (int i = 0; i < P; i++) {
                out[i] += 100;
            }
            return out;
        };
        PatchDecoder decoder = new PatchDecoder(off, P, 6, LEVELS, Prediction.standard().with(Point.MEDIAN));
        PatchForecasts out = decoder.forecast(new double[][] {ramp(10)}, 1, 4);
        assertArrayEquals(out.level(1)[0], out.point()[0]);
        refused("point must be MEAN for a network without the level 0.5, got MEDIAN with [0.1]",
                () -> new PatchDecoder(off, P, 6, List.of(0.1), Prediction.standard().with(Point.MEDIAN)));
        refused("mirrored must be false for levels that are not even about 0.5, got [0.1]",
                () -> new PatchDecoder(off, P, 6, List.of(0.1), Prediction.standard().withMirror()));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
