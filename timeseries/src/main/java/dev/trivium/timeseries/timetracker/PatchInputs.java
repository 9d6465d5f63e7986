package dev.trivium.timeseries.timetracker;

import java.util.Arrays;

/**
 * The inputs of one pass: the last points of some series, normalised, then wholly missing patches.
 *
 * @param values (series, patches, 2P)
 * @param scales by which each series was normalised
 * @param patches tokens of each series
 */
record PatchInputs(float[] values, SeriesScale[] scales, int patches) {

    /**
     * Lays out contexts from the right, so that the last point is the last of its patch; what a context does not fill is missing.
     *
     * @param contexts (series, points), NaN where missing; all of one length
     * @param from the first point of each context to use
     * @param patch P
     * @param masked wholly missing patches after the last point
     */
    static PatchInputs of(double[][] contexts, int from, int patch, int masked) {
        int length = contexts[0].length;
        int seen = (length - from + patch - 1) / patch;
        int patches = seen + masked;
        float[] values = new float[Math.multiplyExact(contexts.length, patches * 2 * patch)];
        SeriesScale[] scales = new SeriesScale[contexts.length];
        for (int s = 0; s < contexts.length; s++) {
            scales[s] = SeriesScale.of(contexts[s], from, length);
            for (int i = from; i < length; i++) {
                double value = contexts[s][i];
                if (!Double.isNaN(value)) {
                    int place = seen * patch - length + i;
                    int at = (s * patches + place / patch) * 2 * patch + place % patch;
                    values[at] = scales[s].normal(value);
                    values[at + patch] = 1;
                }
            }
        }
        return new PatchInputs(values, scales, patches);
    }

    /** {@return the same of the series turned upside down} */
    float[] mirrored(int patch) {
        float[] mirrored = Arrays.copyOf(values, values.length);
        for (int i = 0; i < mirrored.length; i++) {
            if (i % (2 * patch) < patch) {
                mirrored[i] = -mirrored[i];
            }
        }
        return mirrored;
    }
}
