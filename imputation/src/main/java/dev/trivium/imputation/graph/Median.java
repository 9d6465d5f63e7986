package dev.trivium.imputation.graph;

/** The median without sorting (Hoare's selection). */
final class Median {

    private Median() {}

    /** {@return the median of the first {@code count} values, the mean of the middle two where count is even; the array is reordered} */
    static double of(float[] values, int count) {
        int middle = count / 2;
        float upper = select(values, count, middle);
        if (count % 2 == 1) {
            return upper;
        }
        float lower = values[0];
        for (int i = 1; i < middle; i++) {
            lower = Math.max(lower, values[i]);
        }
        return ((double) lower + upper) / 2;
    }

    /**
     * Puts the value of rank {@code rank} in its place, none above it before it, and returns it. The pivot is the middle of three, so one of the
     * other two is not below it: j ends below high, and the range shrinks.
     */
    private static float select(float[] a, int count, int rank) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            float pivot = middle(a[low], a[(low + high) >>> 1], a[high]);
            int i = low - 1;
            int j = high + 1;
            while (true) {
                do {
                    i++;
                } while (a[i] < pivot);
                do {
                    j--;
                } while (a[j] > pivot);
                if (i >= j) {
                    break;
                }
                float swap = a[i];
                a[i] = a[j];
                a[j] = swap;
            }
            if (rank <= j) {
                high = j;
            } else {
                low = j + 1;
            }
        }
        return a[rank];
    }

    private static float middle(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
