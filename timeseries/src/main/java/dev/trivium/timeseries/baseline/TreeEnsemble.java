package dev.trivium.timeseries.baseline;

import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Regression trees whose answers are added up, as plain arrays: no native library is needed to ask them, nor to read them from a file.
 *
 * <p>Node i asks whether input {@code feature[i]} is below {@code value[i]}: if so it goes on at {@code left[i]}, else at
 * {@code left[i] + 1}. A leaf has feature -1 and answers {@code value[i]}. Tree k starts at {@code roots[k]}; children come after their
 * parent, within their tree.
 */
final class TreeEnsemble {

    static final int LEAF = -1;

    private final int[] roots;
    private final int[] feature;
    private final int[] left;
    private final float[] value;

    TreeEnsemble(int[] roots, int[] feature, int[] left, float[] value) {
        this.roots = roots;
        this.feature = feature;
        this.left = left;
        this.value = value;
    }

    int trees() {
        return roots.length;
    }

    /** {@return the first trees only} */
    TreeEnsemble first(int trees) {
        int nodes = trees < roots.length ? roots[trees] : feature.length;
        return new TreeEnsemble(Arrays.copyOf(roots, trees), Arrays.copyOf(feature, nodes), Arrays.copyOf(left, nodes),
                Arrays.copyOf(value, nodes));
    }

    /** Adds the answers of one tree to rows {@code (count, width)}. */
    void add(int tree, float[] rows, int count, int width, double[] sums) {
        int root = roots[tree];
        for (int r = 0; r < count; r++) {
            int at = r * width;
            int i = root;
            int asked = feature[i];
            while (asked >= 0) {
                i = left[i] + (rows[at + asked] < value[i] ? 0 : 1);
                asked = feature[i];
            }
            sums[r] += value[i];
        }
    }

    /** {@return the sums of all answers for rows {@code (count, width)}} */
    double[] sums(float[] rows, int count, int width) {
        double[] sums = new double[count];
        for (int tree = 0; tree < roots.length; tree++) {
            add(tree, rows, count, width, sums);
        }
        return sums;
    }

    List<StoredTensor> tensors() {
        return List.of(longs("tree.root", roots), longs("node.feature", feature), longs("node.left", left),
                StoredTensor.floats("node.value", new long[] {value.length}, value));
    }

    private static StoredTensor longs(String name, int[] values) {
        return StoredTensor.longs(name, new long[] {values.length}, Arrays.stream(values).asLongStream().toArray());
    }

    /**
     * Reads what {@link #tensors} made.
     *
     * @param inputs in a row
     * @throws IOException if a walk from a root could leave its tree or never end, or ask for an input that is not there
     */
    static TreeEnsemble read(Path file, int inputs, Map<String, StoredTensor> tensors) throws IOException {
        try {
            int[] roots = ints(tensors.get("tree.root"));
            int[] feature = ints(tensors.get("node.feature"));
            int[] left = ints(tensors.get("node.left"));
            float[] value = tensors.get("node.value").toFloats();
            check(roots, feature, left, value, inputs);
            return new TreeEnsemble(roots, feature, left, value);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw new ModelFileException(file, SavedRule.WEIGHTS, "must hold regression trees: " + e.getMessage());
        }
    }

    private static int[] ints(StoredTensor tensor) {
        return Arrays.stream(tensor.toLongs()).mapToInt(Math::toIntExact).toArray();
    }

    private static void check(int[] roots, int[] feature, int[] left, float[] value, int inputs) {
        if (feature.length != left.length || feature.length != value.length) {
            throw new IllegalArgumentException("nodes must have a feature, a child and a value each, got " + feature.length + ", "
                    + left.length + " and " + value.length);
        }
        if (roots.length == 0) {
            throw new IllegalArgumentException("roots must hold at least one tree, got none");
        }
        for (int k = 0; k < roots.length; k++) {
            int end = k + 1 < roots.length ? roots[k + 1] : feature.length;
            if (roots[0] != 0 || roots[k] >= end || end > feature.length) {
                throw new IllegalArgumentException("roots must increase from 0 within the nodes, got " + roots[k] + " for tree " + k);
            }
            for (int i = roots[k]; i < end; i++) {
                boolean leaf = feature[i] == LEAF && left[i] == 0;
                boolean split = feature[i] >= 0 && feature[i] < inputs && left[i] > i && left[i] < end - 1;
                if (!leaf && !split) {
                    throw new IllegalArgumentException("node " + i + " must be a leaf, or ask for one of " + inputs
                            + " inputs and have children after it in its tree, got feature " + feature[i] + " and child " + left[i]);
                }
            }
        }
    }
}
