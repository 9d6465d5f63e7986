package dev.trivium.imputation.baseline;

import java.util.BitSet;
import java.util.SplittableRandom;

/** Learns factors by alternating least squares, and chooses rank and ridge. */
final class FactorFitting {

    private static final double[] RIDGES = {1, 3, 10, 30, 100};
    private static final int FEW = 5; // enough to choose by
    private static final int MANY = 20;
    private static final int MOST_ROWS = 5000;

    private final Fitting fitting;
    private final StandardRows train;

    FactorFitting(Fitting fitting) {
        this.fitting = fitting;
        train = fitting.trainingRows();
    }

    FactorRule fit(int mostRank) {
        StandardRows validation = fitting.validationRows();
        BitSet chosenBy = fitting.chosenBy(validation);
        StandardRows hidden = validation.without(chosenBy);
        FactorRule best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int rank = 1; rank <= Math.min(mostRank, train.width()); rank *= 2) {
            for (double ridge : RIDGES) {
                FactorRule rule = learn(rank, ridge, FEW);
                double error = error(rule, validation, hidden, chosenBy);
                if (best == null || error < least) {
                    least = error;
                    best = rule;
                }
            }
        }
        fitting.score("validation.mae", least);
        fitting.score("rank", best.rank());
        fitting.score("ridge", best.ridge());
        return learn(best.rank(), best.ridge(), MANY);
    }

    private double error(FactorRule rule, StandardRows truth, StandardRows hidden, BitSet cells) {
        int from = fitting.validation().from();
        double[] filled = rule.fill(hidden, from, fitting.validation().to());
        double sum = cells.stream().mapToDouble(i -> Math.abs(filled[i - from * truth.width()]
                - truth.value(i / truth.width(), i % truth.width()))).sum();
        return cells.isEmpty() ? 0 : sum / cells.cardinality();
    }

    private FactorRule learn(int rank, double ridge, int iterations) {
        SplittableRandom random = fitting.random();
        int width = train.width();
        int stride = (train.length() + MOST_ROWS - 1) / MOST_ROWS;
        double[] factors = new double[width * rank];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = 2 * random.nextDouble() - 1;
        }
        for (int iteration = 0; iteration < iterations; iteration++) {
            FactorRule rule = new FactorRule(rank, ridge, factors);
            double[][][] grams = new double[width][rank][rank];
            double[][] rights = new double[width][rank];
            for (int t = 0; t < train.length(); t += stride) {
                double[] u = rule.ofRow(train, t);
                for (int s = 0; s < width; s++) {
                    double value = train.value(t, s);
                    if (!Double.isNaN(value)) {
                        Ridge.add(grams[s], rights[s], u, value);
                    }
                }
            }
            factors = new double[width * rank];
            for (int s = 0; s < width; s++) {
                System.arraycopy(Ridge.solve(grams[s], rights[s], ridge), 0, factors, s * rank, rank);
            }
        }
        return new FactorRule(rank, ridge, factors);
    }
}
