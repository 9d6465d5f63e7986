package dev.trivium.imputation.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** Fits the regressions and chooses how many values they see, and the penalty. */
final class RidgeFitting {

    private static final int[] LAGS = {1, 2, 4};
    private static final double[] PENALTIES = {1e-3, 1e-2, 1e-1, 1, 10};
    private static final int MOST_CELLS = 1000; // of a series and a range

    private final Fitting fitting;
    private final StandardRows train;
    private final StandardRows validation;

    RidgeFitting(Fitting fitting) {
        this.fitting = fitting;
        train = fitting.trainingRows();
        validation = fitting.validationRows();
    }

    /** Receives a cell: its series, the range of its distance, what is seen of it (to be copied) and its value. */
    private interface Visitor {
        void visit(int series, int range, double[] x, double value);
    }

    RidgeRule fit(int neighbours) {
        int kept = Math.min(neighbours, train.width() - 1);
        long[] nodes = new long[train.width() * kept];
        Arrays.fill(nodes, -1);
        if (kept > 0) {
            List<List<Correlations.Neighbour>> nearest = Correlations.nearest(train, kept);
            for (int s = 0; s < train.width(); s++) {
                for (int k = 0; k < nearest.get(s).size(); k++) {
                    nodes[s * kept + k] = nearest.get(s).get(k).series();
                }
            }
        }
        RidgeRule best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int lags : LAGS) {
            Products products = new Products(new RidgeInputs(lags, kept, nodes));
            for (double penalty : PENALTIES) {
                RidgeRule rule = products.solve(penalty);
                double error = error(rule);
                if (best == null || error < least) {
                    least = error;
                    best = rule;
                    fitting.score("lags", lags);
                    fitting.score("penalty", penalty);
                }
            }
        }
        fitting.score("validation.mae", least);
        return best;
    }

    private double error(RidgeRule rule) {
        double[] sums = new double[2];
        visit(rule.inputs(), validation, fitting.validation()::holds, (s, range, x, value) -> {
            sums[0] += Math.abs(rule.estimate(s, range, x) - value);
            sums[1]++;
        });
        return sums[1] == 0 ? 0 : sums[0] / sums[1];
    }

    /** Visits visible cells of some rows, hiding a block around each from its own series; the same ones at every call. */
    private void visit(RidgeInputs inputs, StandardRows rows, IntPredicate row, Visitor visitor) {
        SplittableRandom random = fitting.random();
        double[] x = new double[inputs.size()];
        for (int s = 0; s < rows.width(); s++) {
            int[] visible = Arrays.stream(rows.visible(s)).filter(row).toArray();
            int stride = (visible.length + MOST_CELLS - 1) / MOST_CELLS;
            for (int range = 0; range < RidgeInputs.RANGES; range++) {
                for (int i = stride == 0 ? 0 : random.nextInt(stride); i < visible.length; i += stride) {
                    int near = random.nextInt(RidgeInputs.least(range), RidgeInputs.most(range) + 1);
                    int far = near + random.nextInt(near + 1);
                    boolean back = random.nextBoolean();
                    int t = visible[i];
                    int actual = inputs.collect(rows, t, s, t - (back ? far : near) + 1, t + (back ? near : far) - 1, x);
                    visitor.visit(s, actual, x, rows.value(t, s));
                }
            }
        }
    }

    /** Sums over training cells. */
    private final class Products {

        private final RidgeInputs inputs;
        private final double[][][] grams;
        private final double[][] rights;

        Products(RidgeInputs inputs) {
            this.inputs = inputs;
            int models = train.width() * RidgeInputs.RANGES;
            grams = new double[models][inputs.size()][inputs.size()];
            rights = new double[models][inputs.size()];
            visit(inputs, train, row -> true, (s, range, x, value) -> {
                int model = s * RidgeInputs.RANGES + range;
                Ridge.add(grams[model], rights[model], x, value - x[inputs.line()]);
            });
        }

        /** With λ a share of the number of cells: inputs are standardised. A range without cells keeps the line. */
        RidgeRule solve(double penalty) {
            int size = inputs.size();
            double[] weights = new double[grams.length * size];
            for (int model = 0; model < grams.length; model++) {
                double cells = grams[model][size - 1][size - 1]; // of ones
                if (cells > 0) {
                    double[] solved = Ridge.solve(grams[model], rights[model], penalty * cells);
                    System.arraycopy(solved, 0, weights, model * size, size);
                }
            }
            return new RidgeRule(inputs, weights);
        }
    }
}
