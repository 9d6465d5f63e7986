package dev.trivium.imputation.graph;

import java.util.Arrays;

/** The rows of a graph in the making: the best few of many, by a sorted list of the best so far. Of equal ones the lower index is kept. */
final class Rows {

    private final int nodes;
    private final int places;
    private final int width;
    private final boolean selfLoop;
    private final int[] index;
    private final float[] membership;
    private final float[] best;
    private final int[] at;

    /** From a distance to a membership. */
    @FunctionalInterface
    interface Membership {
        float of(float distance);
    }

    Rows(int nodes, int places, boolean selfLoop) {
        this.nodes = nodes;
        this.places = places;
        this.selfLoop = selfLoop;
        width = places + (selfLoop ? 1 : 0);
        index = new int[nodes * width];
        membership = new float[nodes * width];
        best = new float[places];
        at = new int[places];
        Arrays.fill(index, -1);
        if (selfLoop) {
            for (int i = 0; i < nodes; i++) {
                index[i * width] = i;
                membership[i * width] = 1;
            }
        }
    }

    WindowGraph graph() {
        return new WindowGraph(nodes, width, index, membership);
    }

    /** Row i from the smallest of the N values from {@code offset} on. */
    void smallest(int i, float[] values, int offset, Membership rule) {
        write(i, select(i, values, offset, 1, Float.POSITIVE_INFINITY), rule);
    }

    /** Row i from the largest of the N values from {@code offset} on, which are the memberships. */
    void largest(int i, float[] values, int offset) {
        write(i, select(i, values, offset, -1, Float.POSITIVE_INFINITY), value -> -value);
    }

    /** As {@link #largest}, leaving out what is 0. */
    void largestPositive(int i, float[] values, int offset) {
        write(i, select(i, values, offset, -1, 0), value -> -value);
    }

    /** As {@link #largest}, leaving out what is below 0. */
    void largestMarked(int i, float[] values, int offset) {
        write(i, select(i, values, offset, -1, Float.MIN_VALUE), value -> -value + 0f);
    }

    /** Raises {@code values} to the memberships of row i, without the node itself. */
    void raise(int i, float[] values) {
        for (int e = i * width; e < (i + 1) * width; e++) {
            if (index[e] >= 0 && index[e] != i) {
                values[index[e]] = Math.max(values[index[e]], membership[e]);
            }
        }
    }

    /** Puts the smallest of sign * values below {@code limit} into best and at, ascending, and returns how many there are. */
    private int select(int i, float[] values, int offset, float sign, float limit) {
        int count = 0;
        float worst = limit;
        for (int j = 0; j < nodes && places > 0; j++) {
            float value = sign * values[offset + j];
            if (value < worst && j != i) {
                int place = count < places ? count++ : places - 1;
                while (place > 0 && best[place - 1] > value) {
                    best[place] = best[place - 1];
                    at[place] = at[place - 1];
                    place--;
                }
                best[place] = value;
                at[place] = j;
                worst = count < places ? limit : best[places - 1];
            }
        }
        return count;
    }

    private void write(int i, int count, Membership rule) {
        int from = i * width + (selfLoop ? 1 : 0);
        for (int e = 0; e < count; e++) {
            index[from + e] = at[e];
            membership[from + e] = rule.of(best[e]);
        }
    }
}
