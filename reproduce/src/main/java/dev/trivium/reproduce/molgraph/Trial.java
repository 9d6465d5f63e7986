package dev.trivium.reproduce.molgraph;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.Origin;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * One split of one data set, on which methods are fitted. Training molecules alone are learned from; epochs are chosen on the validation
 * molecules; the test molecules are given to a fitted model as SMILES, once, and their labels to the metric alone.
 */
final class Trial {

    private final Benchmark benchmark;
    private final String split;
    private final MoleculeSplit parts;

    Trial(Benchmark benchmark, String split, MoleculeSplit parts) {
        this.benchmark = benchmark;
        this.split = split;
        this.parts = parts;
    }

    /** What a fit answered, and what it took. */
    record Fitted(Answers answers, Run.Fit fit) {}

    int cells() {
        return test().size() * tasks();
    }

    int tasks() {
        return test().tasks().size();
    }

    private MoleculeSet test() {
        return parts.test().set();
    }

    Fitted fit(Method method, Training training) throws IOException {
        long start = System.nanoTime();
        try (PropertyPredictor predictor = method.spec(benchmark).fit(parts.train(), parts.validation(), training)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Fitted(answers(predictor.predict(test().smiles())), fit(predictor.provenance(), seconds));
        }
    }

    private Answers answers(List<Prediction> predictions) {
        double[] values = new double[cells()];
        for (int i = 0; i < predictions.size(); i++) {
            System.arraycopy(predictions.get(i).values(), 0, values, i * tasks(), tasks());
        }
        return new Answers(values);
    }

    private static Run.Fit fit(Map<String, Object> provenance, double seconds) {
        Map<?, ?> metrics = provenance.get("metrics") instanceof Map<?, ?> map ? map : Map.of();
        return new Run.Fit(number(metrics, "validation.rmse", number(metrics, "validation.auroc", Double.NaN)), (int) number(metrics, "epochs", 0),
                (int) number(metrics, "best.epoch", 0), seconds);
    }

    private static double number(Map<?, ?> metrics, String name, double absent) {
        return metrics.get(name) instanceof Number number ? number.doubleValue() : absent;
    }

    Run run(Method method, String seeds, Fitted fitted, Origin origin) {
        Answers answers = fitted.answers();
        return new Run(benchmark, split, method, seeds,
                new Run.Sizes(parts.train().set().size(), parts.validation().set().size(), test().size(), answers.refused(tasks())),
                answers.scores(benchmark.kind(), test(), deviations()), fitted.fit(), origin);
    }

    /** Standard deviations of the training labels. */
    private double[] deviations() {
        MoleculeSet train = parts.train().set();
        double[] deviations = new double[tasks()];
        for (int t = 0; t < deviations.length; t++) {
            int task = t;
            double[] labels = java.util.stream.IntStream.range(0, train.size()).mapToDouble(i -> train.label(i, task))
                    .filter(label -> !Double.isNaN(label)).toArray();
            double mean = java.util.Arrays.stream(labels).average().orElse(Double.NaN);
            deviations[t] = Math.sqrt(java.util.Arrays.stream(labels).map(label -> (label - mean) * (label - mean)).average().orElse(1));
        }
        return deviations;
    }
}
