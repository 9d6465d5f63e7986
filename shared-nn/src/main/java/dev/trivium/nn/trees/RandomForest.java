package dev.trivium.nn.trees;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A random forest (Breiman 2001): every tree is grown on rows drawn with replacement, every split is the best of some inputs drawn
 * without. Best is what leaves the least squared error; for labels of 0 and 1 that is the Gini index, and the mean of the leaves is a
 * probability. Pure Java.
 *
 * <p>As in scikit-learn, inputs are drawn on past their number until one of them can split the rows at all. Numbers are split at no more
 * than 255 limits each.
 */
public final class RandomForest {

    private RandomForest() {}

    /**
     * {@return trees whose sum is the prediction; the same for the same rows and seed}
     *
     * @param labels one per row, finite
     * @throws IllegalArgumentException if there is no row, or labels do not fit the rows
     */
    public static TreeEnsemble learn(TreeRows rows, float[] labels, ForestSettings settings, long seed) {
        if (rows.count() == 0 || labels.length != rows.count()) {
            throw new IllegalArgumentException("labels must be one for each row, at least one, got " + labels.length + " for " + rows.count());
        }
        Trees trees = new Trees(settings.trees());
        ForestTree tree = new ForestTree(rows, new NumberBins(rows), labels, settings);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int k = 0; k < settings.trees(); k++) {
            trees.add(tree, seeds.nextLong());
        }
        return trees.ensemble();
    }

    /** The trees so far, one after the other; what a leaf answers is its share of their mean. */
    private static final class Trees {

        private final int[] roots;
        private int[] feature = new int[1024];
        private int[] left = new int[1024];
        private float[] value = new float[1024];
        private int count;
        private int size;

        Trees(int most) {
            roots = new int[most];
        }

        void add(ForestTree tree, long seed) {
            int nodes = tree.grow(seed);
            if (size + nodes > feature.length) {
                int capacity = Math.max(size + nodes, Math.multiplyExact(2, feature.length));
                feature = Arrays.copyOf(feature, capacity);
                left = Arrays.copyOf(left, capacity);
                value = Arrays.copyOf(value, capacity);
            }
            roots[count++] = size;
            for (int i = 0; i < nodes; i++, size++) {
                boolean leaf = tree.feature(i) == TreeEnsemble.LEAF;
                feature[size] = tree.feature(i);
                left[size] = leaf ? 0 : roots[count - 1] + tree.left(i);
                value[size] = leaf ? (float) (tree.value(i) / roots.length) : (float) tree.value(i);
            }
        }

        TreeEnsemble ensemble() {
            return new TreeEnsemble(roots, Arrays.copyOf(feature, size), Arrays.copyOf(left, size), Arrays.copyOf(value, size));
        }
    }
}
