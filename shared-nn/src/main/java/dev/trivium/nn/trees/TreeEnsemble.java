package dev.trivium.nn.trees;

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
public final class TreeEnsemble {

    /** The feature of a leaf. */
    public static final int LEAF = -1;

    private static final String WEIGHTS = "weights.safetensors";
    private static final List<String> NAMES = List.of("tree.root", "node.feature", "node.left", "node.value");

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

    /** {@return the number of trees} */
    public int trees() {
        return roots.length;
    }

    /** {@return the first trees only} */
    public TreeEnsemble first(int trees) {
        int nodes = trees < roots.length ? roots[trees] : feature.length;
        return new TreeEnsemble(Arrays.copyOf(roots, trees), Arrays.copyOf(feature, nodes), Arrays.copyOf(left, nodes),
                Arrays.copyOf(value, nodes));
    }

    /** Adds the answers of one tree to rows {@code (count, width)}. */
    public void add(int tree, float[] rows, int count, int width, double[] sums) {
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
    public double[] sums(float[] rows, int count, int width) {
        double[] sums = new double[count];
        for (int tree = 0; tree < roots.length; tree++) {
            add(tree, rows, count, width, sums);
        }
        return sums;
    }

    /** {@return the arrays for a model file, under names that {@link #names} gives} */
    public List<StoredTensor> tensors(String prefix) {
        List<String> names = names(prefix);
        return List.of(integers(names.get(0), roots), integers(names.get(1), feature), integers(names.get(2), left),
                StoredTensor.floats(names.get(3), new long[] {value.length}, value));
    }

    /** {@return {@code tree.root}, {@code node.feature}, {@code node.left} and {@code node.value} after a prefix, which may be empty} */
    public static List<String> names(String prefix) {
        return NAMES.stream().map(prefix::concat).toList();
    }

    private static StoredTensor integers(String name, int[] values) {
        return StoredTensor.ints(name, new long[] {values.length}, values);
    }

    /**
     * Reads what {@link #tensors} made.
     *
     * @param inputs in a row
     * @param prefix of the names
     * @throws IOException if a walk from a root could leave its tree or never end, or ask for an input that is not there
     */
    public static TreeEnsemble read(Path file, int inputs, String prefix, Map<String, StoredTensor> tensors) throws IOException {
        List<String> names = names(prefix);
        try {
            int[] roots = ints(tensors.get(names.get(0)));
            int[] feature = ints(tensors.get(names.get(1)));
            int[] left = ints(tensors.get(names.get(2)));
            float[] value = tensors.get(names.get(3)).toFloats();
            check(roots, feature, left, value, inputs);
            return new TreeEnsemble(roots, feature, left, value);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw new ModelFileException(file, WEIGHTS, "must hold regression trees: " + e.getMessage());
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
