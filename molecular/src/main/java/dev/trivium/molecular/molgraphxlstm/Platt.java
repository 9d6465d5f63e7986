package dev.trivium.molecular.molgraphxlstm;

import java.util.Arrays;

/**
 * Probabilities σ(slope · logit + intercept) of each task, fitted on the validation molecules (Platt 1999). They
 * trained nothing, but the epoch was chosen by them, so the probabilities are a little too sure of themselves.
 *
 * <p>Minimises the cross-entropy against (N₊ + 1) / (N₊ + 2) for the N₊ positive molecules and 1 / (N₋ + 2) for the others, which keeps
 * a few molecules from giving certainty. A task that has only one class there, or whose slope would not be positive, keeps slope 1 and
 * intercept 0: the order of the molecules is never turned round.
 *
 * @param slope of each task, positive
 * @param intercept of each task
 */
record Platt(double[] slope, double[] intercept) {

    private static final int MOST_STEPS = 100;

    Platt {
        if (slope.length != intercept.length || slope.length == 0) {
            throw new IllegalArgumentException("slope and intercept must be of the same tasks, got " + slope.length + " and "
                    + intercept.length);
        }
        for (int t = 0; t < slope.length; t++) {
            if (!(slope[t] > 0 && slope[t] < Double.POSITIVE_INFINITY) || !Double.isFinite(intercept[t])) {
                throw new IllegalArgumentException("slope must be positive and intercept finite, got " + slope[t] + " and " + intercept[t]);
            }
        }
    }

    /** {@return the logistic function itself} */
    static Platt none(int tasks) {
        double[] ones = new double[tasks];
        Arrays.fill(ones, 1);
        return new Platt(ones, new double[tasks]);
    }

    /** Fits each task; logits and labels are (molecules, tasks) row-major, NaN for a missing label. */
    static Platt fit(int tasks, double[] logits, double[] labels) {
        double[] slope = new double[tasks];
        double[] intercept = new double[tasks];
        for (int t = 0; t < tasks; t++) {
            double[] line = line(tasks, t, logits, labels);
            slope[t] = line[0];
            intercept[t] = line[1];
        }
        return new Platt(slope, intercept);
    }

    double probability(int task, double logit) {
        return sigmoid(slope[task] * logit + intercept[task]);
    }

    private static double[] line(int tasks, int task, double[] logits, double[] labels) {
        int[] of = new int[2];
        for (int i = task; i < labels.length; i += tasks) {
            if (!Double.isNaN(labels[i])) {
                of[(int) labels[i]]++;
            }
        }
        double[] identity = {1, 0};
        if (of[0] == 0 || of[1] == 0) {
            return identity;
        }
        double[] x = new double[of[0] + of[1]];
        double[] y = new double[x.length];
        int n = 0;
        for (int i = task; i < labels.length; i += tasks) {
            if (!Double.isNaN(labels[i])) {
                x[n] = logits[i];
                y[n++] = labels[i] == 1 ? (of[1] + 1.0) / (of[1] + 2.0) : 1 / (of[0] + 2.0);
            }
        }
        double[] line = newton(x, y, Math.log((of[1] + 1.0) / (of[0] + 1.0)));
        return line[0] > 0 && Double.isFinite(line[0]) && Double.isFinite(line[1]) ? line : identity;
    }

    /** Newton's method with halved steps on a convex function of two numbers, from the flat line (Lin, Lin and Weng 2007). */
    private static double[] newton(double[] x, double[] y, double intercept) {
        double[] at = {0, intercept};
        double value = loss(x, y, at[0], at[1]);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = direction(x, y, at);
            double size = 1;
            double next = loss(x, y, at[0] - move[0], at[1] - move[1]);
            while (next > value && size > 1e-10) {
                size /= 2;
                next = loss(x, y, at[0] - size * move[0], at[1] - size * move[1]);
            }
            if (!(next < value)) {
                return at;
            }
            at[0] -= size * move[0];
            at[1] -= size * move[1];
            value = next;
        }
        return at;
    }

    private static double[] direction(double[] x, double[] y, double[] at) {
        double a = 0;
        double b = 0;
        double aa = 1e-9; // keeps the matrix invertible where all logits are alike
        double ab = 0;
        double bb = 1e-9;
        for (int i = 0; i < x.length; i++) {
            double p = sigmoid(at[0] * x[i] + at[1]);
            double curvature = p * (1 - p);
            a += (p - y[i]) * x[i];
            b += p - y[i];
            aa += curvature * x[i] * x[i];
            ab += curvature * x[i];
            bb += curvature;
        }
        double determinant = aa * bb - ab * ab;
        return new double[] {(bb * a - ab * b) / determinant, (aa * b - ab * a) / determinant};
    }

    private static double loss(double[] x, double[] y, double slope, double intercept) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double z = slope * x[i] + intercept;
            sum += Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)));
        }
        return sum;
    }

    private static double sigmoid(double z) {
        return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
    }
}
