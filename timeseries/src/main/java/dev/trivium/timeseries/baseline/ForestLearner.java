package dev.trivium.timeseries.baseline;

import dev.trivium.nn.trees.TreeEnsemble;
import dev.trivium.nn.trees.TreeEnsembleBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.ensemble.BaggingTrainer;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.IndependentRegressionTreeModel;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/**
 * A random forest (Breiman 2001) by Tribuo: pure Java, so it runs where XGBoost does not. Inputs are rounded up to one of 32 quantiles
 * first, for Tribuo's search for the best limit takes a time that grows with rows × different values.
 */
final class ForestLearner implements TreeLearner {

    private static final int TREES = 40;
    private static final int DEPTH = 10;
    private static final int BINS = 32;
    private static final String OUTPUT = "y";
    private static final float LEAST_ROWS = 10;
    private static final float SHARE = 0.4f; // of the inputs, drawn for each split
    private static final Logger QUIET = Logger.getLogger(BaggingTrainer.class.getName()); // held: a logger's level is lost with it

    static {
        QUIET.setLevel(Level.WARNING);
    }

    @Override
    public int mostRows() {
        return 10_000;
    }

    @Override
    public boolean boosted() {
        return false;
    }

    @Override
    public TreeEnsemble learn(TreeSample rows, long seed) {
        float[][] edges = edges(rows);
        TreeEnsembleBuilder builder = new TreeEnsembleBuilder();
        for (Model<Regressor> tree : train(dataset(rows, edges), seed).getModels()) {
            builder.add(new Grown(((IndependentRegressionTreeModel) tree).getRoots().get(OUTPUT), edges));
        }
        return builder.build();
    }

    static WeightedEnsembleModel<Regressor> train(MutableDataset<Regressor> rows, long seed) {
        CARTRegressionTrainer tree = new CARTRegressionTrainer(DEPTH, LEAST_ROWS, 0f, SHARE, false, new MeanSquaredError(), seed);
        return (WeightedEnsembleModel<Regressor>) new RandomForestTrainer<>(tree, new AveragingCombiner(), TREES, seed).train(rows);
    }

    /** {@return the values that the inputs are rounded up to, for each input} */
    static float[][] edges(TreeSample rows) {
        float[][] edges = new float[rows.width()][];
        Arrays.setAll(edges, i -> edges(rows, i));
        return edges;
    }

    /** {@return at most 32 values of an input, increasing, the largest among them} */
    private static float[] edges(TreeSample rows, int input) {
        float[] sorted = new float[rows.count()];
        for (int r = 0; r < sorted.length; r++) {
            sorted[r] = rows.inputs()[r * rows.width() + input];
        }
        Arrays.sort(sorted);
        float[] edges = new float[BINS];
        int count = 0;
        for (int bin = 1; bin <= BINS; bin++) {
            float edge = sorted[Math.max(0, (int) ((long) bin * sorted.length / BINS) - 1)];
            if (count == 0 || edge > edges[count - 1]) {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    static MutableDataset<Regressor> dataset(TreeSample rows, float[][] edges) {
        String[] names = new String[rows.width()]; // numbered by Tribuo in the order of their names
        Arrays.setAll(names, i -> String.format(Locale.ROOT, "f%06d", i));
        RegressionFactory factory = new RegressionFactory();
        MutableDataset<Regressor> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("training rows", factory), factory);
        double[] row = new double[rows.width()];
        for (int r = 0; r < rows.count(); r++) {
            for (int i = 0; i < row.length; i++) {
                int found = Arrays.binarySearch(edges[i], rows.inputs()[r * row.length + i]);
                row[i] = edges[i][found >= 0 ? found : -found - 1];
            }
            dataset.add(new ArrayExample<>(new Regressor(OUTPUT, rows.labels()[r]), names, row));
        }
        return dataset;
    }

    /** A node of one of the trees; its answer is its share of the mean. */
    private record Grown(Node<Regressor> node, float[][] edges) implements TreeEnsembleBuilder.Node {

        private SplitNode<Regressor> split() {
            return (SplitNode<Regressor>) node;
        }

        @Override
        public int feature() {
            return node.isLeaf() ? TreeEnsemble.LEAF : split().getFeatureID();
        }

        /** Tribuo's limit lies between two edges. What was rounded up to the lower one goes left, and we go left below a limit only. */
        @Override
        public float value() {
            if (node.isLeaf()) {
                return (float) (((LeafNode<Regressor>) node).getOutput().getValues()[0] / TREES);
            }
            float[] own = edges[feature()];
            int lower = 0;
            while (lower + 1 < own.length && own[lower + 1] <= split().splitValue()) {
                lower++;
            }
            return Math.nextUp(own[lower]);
        }

        @Override
        public TreeEnsembleBuilder.Node left() {
            return new Grown(split().getLessThanOrEqual(), edges);
        }

        @Override
        public TreeEnsembleBuilder.Node right() {
            return new Grown(split().getGreaterThan(), edges);
        }
    }
}
