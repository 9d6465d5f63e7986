package dev.trivium.imputation.graph;

import dev.trivium.imputation.graph.GraphSettings.Distance;
import org.jspecify.annotations.Nullable;

/** A window as (time, channel, node): the nodes side by side, so that loops over them are loops over neighbouring memory. */
final class Planes {

    private final int time;
    private final int nodes;
    private final int channels;
    private final float[] values;
    private final float @Nullable [] weights;

    Planes(float[] filled, byte[] visible, Distance distance, int time, int nodes, int channels) {
        this.time = time;
        this.nodes = nodes;
        this.channels = channels;
        boolean common = distance == Distance.CO_OBSERVED;
        float[] z = new float[filled.length];
        float[] w = common ? new float[filled.length] : null;
        for (int t = 0; t < time; t++) {
            for (int i = 0; i < nodes; i++) {
                for (int c = 0; c < channels; c++) {
                    int from = (t * nodes + i) * channels + c;
                    int to = (t * channels + c) * nodes + i;
                    if (w == null) {
                        z[to] = finite(filled[from], t, i);
                    } else if (visible[from] != 0) {
                        z[to] = finite(filled[from], t, i);
                        w[to] = 1;
                    }
                }
            }
        }
        values = z;
        weights = w;
    }

    private static float finite(float value, int t, int i) {
        if (!(Math.abs(value) <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("filled must be finite, got " + value + " at step " + t + " of node " + i);
        }
        return value;
    }

    int time() {
        return time;
    }

    int nodes() {
        return nodes;
    }

    int channels() {
        return channels;
    }

    /** (time * channel, node); 0 where a value does not count. */
    float[] values() {
        return values;
    }

    /** 1 where a value counts, else 0; null if all count. */
    float @Nullable [] weights() {
        return weights;
    }
}
