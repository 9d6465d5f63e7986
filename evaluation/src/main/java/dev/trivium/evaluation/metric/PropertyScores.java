package dev.trivium.evaluation.metric;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Scores of one method over molecules, with their intervals. Of several runs (seeds) on the same molecules every score is the mean over
 * the runs of the run's score; it is not the score of averaged predictions.
 */
public final class PropertyScores {

    private final List<LabelledPredictions> runs;
    private final MoleculeBootstrap bootstrap;
    private final Map<PropertyMetric, double[][]> drawn = new EnumMap<>(PropertyMetric.class);

    private PropertyScores(List<LabelledPredictions> runs, MoleculeBootstrap bootstrap) {
        this.runs = List.copyOf(runs);
        this.bootstrap = bootstrap;
    }

    /**
     * {@return the scores of one method}
     *
     * @param runs its predictions, one entry per seed
     * @throws IllegalArgumentException if there is none, or the runs are not of the same molecules and labels
     */
    public static PropertyScores of(List<LabelledPredictions> runs, MoleculeBootstrap bootstrap) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs must not be empty, got no run");
        }
        runs.forEach(runs.get(0)::requireSameLabels);
        PropertyScores scores = new PropertyScores(runs, bootstrap);
        scores.resample();
        return scores;
    }

    /** Fills {@code drawn}: for every metric (task, resample), and after the tasks the mean over them. */
    private void resample() {
        LabelledPredictions first = runs.get(0);
        int tasks = first.tasks().size();
        List<PropertyMetric> metrics = first.kind().metrics();
        metrics.forEach(metric -> drawn.put(metric, new double[tasks + 1][bootstrap.resamples()]));
        SplittableRandom random = new SplittableRandom(bootstrap.seed());
        double[] scores = new double[tasks];
        for (int r = 0; r < bootstrap.resamples(); r++) {
            int[] weights = MoleculeBootstrap.draw(random, first.molecules());
            for (LabelledPredictions run : runs) {
                for (PropertyMetric metric : metrics) {
                    double[][] values = drawn(metric);
                    for (int t = 0; t < tasks; t++) {
                        scores[t] = run.sample(t).score(metric, weights);
                        values[t][r] += scores[t] / runs.size();
                    }
                    values[tasks][r] += run.mean(metric, scores) / runs.size();
                }
            }
        }
    }

    private double[][] drawn(PropertyMetric metric) {
        double[][] values = drawn.get(metric);
        if (values == null) {
            throw new IllegalArgumentException("metric must be one of " + runs.get(0).kind().metrics() + ", got " + metric);
        }
        return values;
    }

    /** {@return the predictions behind the scores, one entry per seed} */
    public List<LabelledPredictions> runs() {
        return runs;
    }

    /** {@return the mean over tasks, see {@link LabelledPredictions#mean}, of each run} */
    public double[] means(PropertyMetric metric) {
        return runs.stream().mapToDouble(run -> run.mean(metric)).toArray();
    }

    /** {@return a task's score of each run} */
    public double[] scores(PropertyMetric metric, int task) {
        return runs.stream().mapToDouble(run -> run.score(metric, task)).toArray();
    }

    /** {@return the interval of the mean over tasks} */
    public Interval meanInterval(PropertyMetric metric) {
        double[][] values = drawn(metric);
        return bootstrap.interval(values[values.length - 1], meanPieces(metric));
    }

    /** {@return the interval of a task's score} */
    public Interval interval(PropertyMetric metric, int task) {
        return bootstrap.interval(drawn(metric)[task], runs.get(0).sample(task).pieces(metric));
    }

    /** A mean over tasks rests on at least what its best-labelled task rests on. */
    private int meanPieces(PropertyMetric metric) {
        LabelledPredictions first = runs.get(0);
        int most = 0;
        for (int t = 0; t < first.tasks().size(); t++) {
            most = Math.max(most, first.sample(t).pieces(metric));
        }
        return most;
    }

    /**
     * {@return how much better the mean over tasks is than a reference's, over the same resamples}
     *
     * @throws IllegalArgumentException if the reference was scored on other molecules or labels, or has another bootstrap
     */
    public Gain gain(PropertyScores reference, PropertyMetric metric) {
        runs.get(0).requireSameLabels(reference.runs.get(0));
        if (!bootstrap.equals(reference.bootstrap)) {
            throw new IllegalArgumentException("reference must have the same bootstrap, got " + reference.bootstrap + " and " + bootstrap);
        }
        int last = runs.get(0).tasks().size();
        double[] ours = drawn(metric)[last];
        double[] theirs = reference.drawn(metric)[last];
        double[] gains = new double[ours.length];
        double better = 0;
        int defined = 0;
        for (int r = 0; r < gains.length; r++) {
            gains[r] = metric.gain(ours[r], theirs[r]);
            better += gains[r] > 0 ? 1 : gains[r] == 0 ? 0.5 : 0;
            defined += Double.isNaN(gains[r]) ? 0 : 1;
        }
        Interval interval = bootstrap.interval(gains, meanPieces(metric));
        return new Gain(metric.gain(mean(means(metric)), mean(reference.means(metric))), interval,
                interval.known() ? better / defined : Double.NaN);
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElse(Double.NaN);
    }
}
