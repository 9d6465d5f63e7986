package dev.trivium.reproduce.intervals;

import dev.trivium.data.catalog.Progress;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.NamedPredictors;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.catalog.MoleculeSets;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Profile;
import dev.trivium.molecular.interval.MoleculeIntervals;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.split.Shares;
import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Solubilities (ESOL), all molecules of the published files.
 *
 * @param scaffold whether no scaffold is in two parts; else molecules are drawn at random, by the seed
 */
record MoleculeCase(boolean scaffold) implements Case {

    private static final String MODEL = "molgraph-xlstm";
    private static final double FAR = 0.35;
    private static final double NEAR = 0.5;

    @Override
    public String title() {
        return scaffold ? "esol-scaffold" : "esol-random";
    }

    @Override
    public String words() {
        return "ESOL, 80/10/10 %, " + (scaffold ? "the scaffold split of MoleculeNet: no scaffold in two parts, rare ones in the test. It breaks what"
                + " the guarantee rests on: test molecules are not like calibration molecules" : "molecules at random, another split for every seed")
                + ". Half of the validation molecules, " + (scaffold ? "whole scaffolds, " : "") + "drawn by the seed, are calibration molecules, 56 or 57."
                + " Similarity is that to the nearest training molecule. Widths in log mol/l.";
    }

    @Override
    public List<String> methods() {
        return List.of("train-mean", "random-forest", MODEL);
    }

    @Override
    public String asked() {
        return MODEL;
    }

    @Override
    public String recommended() {
        return "by difficulty";
    }

    @Override
    public boolean isRandom(String method) {
        return true; // the calibration molecules are drawn by the seed
    }

    @Override
    public List<Line> run(String method, Training training, Sources sources, Origin origin) throws IOException {
        long seed = training.seed();
        MoleculeSet set = MoleculeSets.get("delaney_splits").read(sources.cache(), Progress.none());
        MoleculeSplit split = (scaffold ? MoleculeSplit.scaffold(set, Shares.standard()) : MoleculeSplit.random(set, Shares.standard(), seed))
                .withCalibration(0.5, seed);
        Path kept = sources.model(title(), method, seed);
        try (PropertyPredictor fitted = Files.exists(kept) ? PropertyPredictor.load(kept)
                : NamedPredictors.of(method, TaskKind.REGRESSION).fit(split, training)) {
            fitted.save(kept);
            MoleculeSet test = split.test().set();
            List<Prediction> answers = fitted.predict(test.smiles());
            Map<String, int[]> groups = groups(answers, similarities(split));
            Line.Fit fit = fit(fitted);
            List<Line> lines = new ArrayList<>();
            for (double share : MoleculeIntervals.STANDARD_SHARES) {
                groups.forEach((group, rows) -> lines.add(line(method, seed, share, group, rows, answers, test, fit, origin)));
            }
            return lines;
        }
    }

    private Line line(String method, long seed, double share, String group, int[] rows, List<Prediction> answers, MoleculeSet test, Line.Fit fit,
            Origin origin) {
        int inside = 0;
        double width = 0;
        for (int row : rows) {
            Interval interval = answers.get(row).interval(0, share).orElseThrow();
            inside += interval.contains(test.label(row, 0)) ? 1 : 0;
            width += interval.high() - interval.low();
        }
        return new Line(title(), method, seed, recommended(), share, group, rows.length, (double) inside / rows.length, width / rows.length, fit,
                origin);
    }

    /** All that are predicted; by scaffold; by similarity to the nearest training molecule. Groups without molecules are left out. */
    private static Map<String, int[]> groups(List<Prediction> answers, double[] similarities) {
        Map<String, int[]> groups = new LinkedHashMap<>();
        groups.put(Line.ALL, rows(answers, row -> true));
        for (String scaffold : List.of("known scaffold", "new scaffold")) {
            groups.put(scaffold, rows(answers, row -> answers.get(row).ranges().orElseThrow().group().equals(scaffold)));
        }
        groups.put("similarity below 0.35", rows(answers, row -> similarities[row] < FAR));
        groups.put("0.35 to 0.5", rows(answers, row -> similarities[row] >= FAR && similarities[row] < NEAR));
        groups.put("0.5 or more", rows(answers, row -> similarities[row] >= NEAR));
        groups.values().removeIf(rows -> rows.length == 0);
        return groups;
    }

    private static int[] rows(List<Prediction> answers, IntPredicate which) {
        return IntStream.range(0, answers.size()).filter(row -> answers.get(row).refusal().isEmpty() && which.test(row)).toArray();
    }

    private static double[] similarities(MoleculeSplit split) {
        TrainingSpace space = TrainingSpace.of(split.train(), ParseSettings.standard());
        List<String> smiles = split.test().set().smiles();
        double[] similarities = new double[smiles.size()];
        Arrays.setAll(similarities, row -> Molecule.parse(smiles.get(row), ParseSettings.standard()) instanceof Parsed.Ok ok
                ? space.about(Profile.of(ok.molecule()), 1).nearest().get(0).similarity() : Double.NaN);
        return similarities;
    }

    private static Line.Fit fit(PropertyPredictor fitted) {
        Map<?, ?> metrics = fitted.provenance().get("metrics") instanceof Map<?, ?> map ? map : Map.of();
        return new Line.Fit((int) number(metrics, "epochs"), (int) number(metrics, "best.epoch"), number(metrics, "fit.seconds"));
    }

    private static double number(Map<?, ?> metrics, String name) {
        return metrics.get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
