package dev.trivium.imputation.graph;

import java.util.Arrays;

/**
 * Lower approximations of the neighbourhoods of nodes: to what degree the neighbours of i are neighbours of j. R is (N, N), symmetric, 1 on
 * the diagonal.
 */
final class GranuleLower {

    private GranuleLower() {}

    /**
     * L(i, j) = min over y of max(1 - R(i, y), R(j, y)).
     *
     * <p>Exact, and mostly faster than N³: y are taken by falling R(i, y), and as soon as 1 - R(i, y) is not below the minimum so far, no later
     * y can lower it.
     */
    static float[] kleeneDienes(float[] similarity, int nodes) {
        float[] lower = new float[similarity.length];
        long[] keys = new long[nodes];
        int[] order = new int[nodes];
        float[] distance = new float[nodes];
        for (int i = 0; i < nodes; i++) {
            for (int y = 0; y < nodes; y++) {
                // bits of a float that is not negative sort as it does
                keys[y] = (long) Float.floatToRawIntBits(1 - similarity[i * nodes + y]) << 32 | y;
            }
            Arrays.sort(keys);
            for (int y = 0; y < nodes; y++) {
                order[y] = (int) keys[y];
                distance[y] = 1 - similarity[i * nodes + order[y]];
            }
            for (int j = 0; j < nodes; j++) {
                lower[i * nodes + j] = least(similarity, j * nodes, order, distance);
            }
        }
        return lower;
    }

    private static float least(float[] similarity, int row, int[] order, float[] distance) {
        float least = 1;
        for (int y = 0; y < order.length && distance[y] < least; y++) {
            least = Math.min(least, Math.max(distance[y], similarity[row + order[y]]));
        }
        return least;
    }

    /** L(i, j) = mean of the k = max(3, N / 10) smallest of min(1, 1 - R(i, y) + R(j, y)) over y. */
    static float[] lukasiewiczMeanK(float[] similarity, int nodes) {
        int k = Math.min(nodes, Math.max(3, nodes / 10));
        float[] lower = new float[similarity.length];
        float[] smallest = new float[k];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                Arrays.fill(smallest, 1);
                for (int y = 0; y < nodes; y++) {
                    float value = 1 - similarity[i * nodes + y] + similarity[j * nodes + y];
                    if (value < smallest[k - 1]) {
                        insert(smallest, value);
                    }
                }
                float sum = 0;
                for (float value : smallest) {
                    sum += value;
                }
                lower[i * nodes + j] = sum / k;
            }
        }
        return lower;
    }

    private static void insert(float[] sorted, float value) {
        int place = sorted.length - 1;
        while (place > 0 && sorted[place - 1] > value) {
            sorted[place] = sorted[place - 1];
            place--;
        }
        sorted[place] = value;
    }
}
