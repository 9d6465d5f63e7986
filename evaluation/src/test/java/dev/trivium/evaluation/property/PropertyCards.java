package dev.trivium.evaluation.property;

import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.metric.LabelledPredictions;
import dev.trivium.evaluation.metric.MoleculeBootstrap;
import dev.trivium.evaluation.metric.ScoredTask;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Small cards with known errors, for tests. */
public final class PropertyCards {

    static final int MOLECULES = 80;

    private PropertyCards() {
    }

    /** Solubilities; the model's errors are {@code error} times the spread of the labels, the baseline's half of it. */
    public static PropertyCard numbers(double error) {
        return PropertyCard.of("Solubility of made molecules", setting(LabelKind.NUMBER, new ScoredTask("logS", 1)), excluded(), bootstrap(),
                numberRuns(error));
    }

    static List<PropertyRun> numberRuns(double error) {
        List<PropertyRun> runs = new ArrayList<>();
        runs.add(run("train-mean", MethodKind.NAIVE, numberRun(0, 0)));
        runs.add(run("random-forest", MethodKind.BASELINE, numberRun(0.5, 1)));
        runs.add(seeded(numberRun(error, 2), numberRun(error, 3)));
        return runs;
    }

    /** Predictions {@code error} label deviations beside the labels; with seed 0 the same number for every molecule. */
    static LabelledPredictions numberRun(double error, long seed) {
        double[] labels = normals(7, MOLECULES);
        labels[3] = Double.NaN;
        double[] noise = normals(seed, MOLECULES);
        double[] predictions = new double[MOLECULES];
        for (int i = 0; i < MOLECULES; i++) {
            predictions[i] = seed == 0 || i == 3 ? 0.1 : labels[i] + error * noise[i];
        }
        return LabelledPredictions.of(LabelKind.NUMBER, List.of(new ScoredTask("logS", 1)), labels, predictions);
    }

    /** Three tasks, the last without a positive molecule; the model's ranking is as good as {@code signal} is large. */
    public static PropertyCard yesNo(double signal) {
        return PropertyCard.of("Toxicity of made molecules", setting(LabelKind.YES_NO, tasks()), List.of(), bootstrap(), List.of(
                run("train-majority", MethodKind.NAIVE, yesNoRun(0, 0)),
                run("random-forest", MethodKind.BASELINE, yesNoRun(1, 1)),
                seeded(yesNoRun(signal, 2), yesNoRun(signal, 3))));
    }

    static LabelledPredictions yesNoRun(double signal, long seed) {
        double[] labels = new double[3 * MOLECULES];
        double[] noise = normals(seed, labels.length);
        double[] predictions = new double[labels.length];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 3 < 2 && random.nextDouble() < 0.3 ? 1 : 0;
            predictions[i] = seed == 0 ? 0.3 : 1 / (1 + StrictMath.exp(1 - noise[i] - signal * labels[i]));
        }
        Arrays.fill(labels, 0, 6, Double.NaN);
        return LabelledPredictions.of(LabelKind.YES_NO, List.of(tasks()), labels, predictions);
    }

    static ScoredTask[] tasks() {
        return new ScoredTask[] {new ScoredTask("liver", 1), new ScoredTask("heart", 1), new ScoredTask("ear", 1)};
    }

    static PropertySetting setting(LabelKind kind, ScoredTask... tasks) {
        return new PropertySetting("made.csv", kind, List.of(tasks), "random, seed 1: 640/80/82 molecules", "lowest validation error");
    }

    static List<ExcludedMolecule> excluded() {
        return List.of(new ExcludedMolecule(17, "C1CC", "a ring is never closed"), new ExcludedMolecule(40, "", "empty"));
    }

    static MoleculeBootstrap bootstrap() {
        return MoleculeBootstrap.standard(1);
    }

    static PropertyRun run(String name, MethodKind kind, LabelledPredictions predictions) {
        return new PropertyRun(new Method(name, kind, List.of(), new Cost(0.51, 210, 400), ""), List.of(predictions));
    }

    private static PropertyRun seeded(LabelledPredictions first, LabelledPredictions second) {
        return new PropertyRun(new Method("molgraph-xlstm", MethodKind.MODEL, List.of(1L, 2L), new Cost(127.4, 230, 400), "a small one"),
                List.of(first, second));
    }

    private static double[] normals(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble())) * StrictMath.cos(2 * Math.PI * random.nextDouble());
        }
        return values;
    }
}
