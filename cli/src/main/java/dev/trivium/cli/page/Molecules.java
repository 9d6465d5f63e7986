package dev.trivium.cli.page;

import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.report.Axis;
import dev.trivium.evaluation.report.Block;
import dev.trivium.evaluation.report.Gallery;
import dev.trivium.evaluation.report.LineFigure;
import dev.trivium.evaluation.report.LinePanel;
import dev.trivium.evaluation.report.LineSeries;
import dev.trivium.evaluation.report.Look;
import dev.trivium.evaluation.report.Table;
import dev.trivium.evaluation.text.Figures;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.featurize.Depiction;
import dev.trivium.molecular.featurize.Drawing;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Scaffold;
import dev.trivium.molecular.split.MoleculeSplit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a model says of molecules: drawings, predictions beside measurements, errors by scaffold. */
public final class Molecules {

    private static final Depiction DEPICTION = new Depiction(70, 50);
    private static final double SHARE = 0.8;
    private static final int DOTS = 300;
    private static final int SCAFFOLDS = 12;
    private static final int LEAST = 3;

    private Molecules() {}

    /**
     * {@return drawings of molecules with what is predicted of them}
     *
     * @param set         the molecules, with labels or without
     * @param predictions one for each
     * @param tasks       names of what is predicted
     * @param most        how many to draw, from the first on
     */
    public static Gallery drawings(MoleculeSet set, List<Prediction> predictions, List<String> tasks, int most) {
        Gallery gallery = Gallery.small();
        for (int i = 0; i < Math.min(most, set.size()); i++) {
            Prediction prediction = predictions.get(i);
            String text = set.smiles().get(i) + prediction.refusal().map(reason -> "\nno prediction: " + reason)
                    .orElse("\n" + said(set, i, prediction, tasks));
            gallery.add(svg(set.smiles().get(i)), "row " + (i + 1), text);
        }
        return gallery;
    }

    private static String said(MoleculeSet set, int molecule, Prediction prediction, List<String> tasks) {
        List<String> lines = new ArrayList<>();
        for (int t = 0; t < Math.min(4, tasks.size()); t++) {
            StringBuilder line = new StringBuilder(tasks.size() == 1 ? "predicted " : tasks.get(t) + ": predicted ").append(Figures.significant(prediction.values()[t], 4));
            prediction.interval(t, SHARE).ifPresent(interval -> line.append(", 80 % interval ").append(Figures.interval(interval)));
            prediction.labels(t, SHARE).ifPresent(labels -> line.append(", 80 % set ").append(labels));
            int column = set.tasks().indexOf(tasks.get(t));
            if (column >= 0 && !Double.isNaN(set.label(molecule, column))) {
                line.append(", measured ").append(Figures.significant(set.label(molecule, column), 4));
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    private static String svg(String smiles) {
        Drawing drawing = Molecule.parse(smiles, ParseSettings.standard()) instanceof Parsed.Ok ok
                ? DEPICTION.draw(ok.molecule(), new double[ok.molecule().atoms()], new double[ok.molecule().bonds()])
                : new Drawing.NotDrawn("no molecule");
        if (drawing instanceof Drawing.Drawn drawn) {
            return drawn.svg().contains("xmlns=") ? drawn.svg() : drawn.svg().replaceFirst("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"");
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 70 50\"><text x=\"35\" y=\"27\" font-size=\"5\" font-family=\"sans-serif\""
                + " text-anchor=\"middle\" fill=\"#5b636c\">not drawn</text></svg>";
    }

    /** {@return for numbers: predictions beside measurements of the first task, and errors by scaffold} */
    public static List<Block> errors(String name, MoleculeSet test, List<Prediction> predictions, TaskKind kind) {
        List<Block> blocks = new ArrayList<>();
        int[] scored = IntStream.range(0, test.size())
                .filter(i -> predictions.get(i).refusal().isEmpty() && !Double.isNaN(test.label(i, 0))).toArray();
        if (kind == TaskKind.REGRESSION && scored.length > 1) {
            blocks.add(scatter(name, test, predictions, scored));
        }
        blocks.add(scaffolds(name, test, predictions, scored));
        return blocks;
    }

    private static LineFigure scatter(String name, MoleculeSet test, List<Prediction> predictions, int[] scored) {
        int every = (scored.length + DOTS - 1) / DOTS;
        List<Integer> order = IntStream.range(0, scored.length).filter(k -> k % every == 0).map(k -> scored[k]).boxed()
                .sorted(Comparator.comparingDouble(i -> test.label(i, 0))).toList();
        double[] measured = order.stream().mapToDouble(i -> test.label(i, 0)).toArray();
        double[] predicted = order.stream().mapToDouble(i -> predictions.get(i).values()[0]).toArray();
        LineSeries dots = LineSeries.of("predicted", Look.MODEL.asDots(), predicted);
        boolean ranged = order.stream().allMatch(i -> predictions.get(i).interval(0, SHARE).isPresent());
        List<LineSeries> series = new ArrayList<>(List.of(LineSeries.of("as measured", Look.NOMINAL, measured)));
        if (ranged) {
            List<Interval> intervals = order.stream().map(i -> predictions.get(i).interval(0, SHARE).orElseThrow()).toList();
            dots = dots.withBand("80 % interval", intervals.stream().mapToDouble(Interval::low).toArray(),
                    intervals.stream().mapToDouble(Interval::high).toArray());
        }
        series.add(dots);
        return new LineFigure(name + ": predicted beside measured " + test.tasks().get(0) + ", test molecules", every == 1 ? "On the dashed line they agree."
                : "On the dashed line they agree. Every " + every + "th of " + scored.length + " test molecules, in the order of the file.",
                "measured", "predicted", List.of(LinePanel.of("", Axis.of(measured), series)));
    }

    private static Table scaffolds(String name, MoleculeSet test, List<Prediction> predictions, int[] scored) {
        Map<String, List<Double>> errors = new LinkedHashMap<>();
        for (int i : scored) {
            Optional<Scaffold> scaffold = Molecule.parse(test.smiles().get(i), ParseSettings.standard()) instanceof Parsed.Ok ok
                    ? Optional.of(Scaffold.of(ok.molecule())) : Optional.empty();
            String group = scaffold.map(each -> each.isEmpty() ? "no ring" : each.smiles()).orElse("unreadable");
            errors.computeIfAbsent(group, key -> new ArrayList<>()).add(Math.abs(predictions.get(i).values()[0] - test.label(i, 0)));
        }
        Table table = Table.of(name + ": error by scaffold of the test molecules" + (test.tasks().size() == 1 ? "" : ", " + test.tasks().get(0)),
                List.of("scaffold", "molecules", "mean |error|", "largest"));
        List<Map.Entry<String, List<Double>>> groups = errors.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Double>> entry) -> -entry.getValue().size())).toList();
        long shown = Math.min(SCAFFOLDS, groups.stream().filter(entry -> entry.getValue().size() >= LEAST).count());
        groups.stream().limit(shown).forEach(entry -> row(table, entry.getKey(), entry.getValue()));
        List<Double> rest = groups.stream().skip(shown).flatMap(entry -> entry.getValue().stream()).toList();
        if (!rest.isEmpty()) {
            row(table, (groups.size() - shown) + " others", rest);
        }
        return table.note("Scaffolds with at least " + LEAST + " molecules have rows of their own, at most the " + SCAFFOLDS + " with most. Of few molecules a"
                + " mean says little.");
    }

    private static void row(Table table, String name, List<Double> errors) {
        table.row(List.of(name, Integer.toString(errors.size()), Figures.significant(errors.stream().mapToDouble(e -> e).average().orElse(Double.NaN), 3),
                Figures.significant(errors.stream().mapToDouble(e -> e).max().orElse(Double.NaN), 3)));
    }

    /** {@return the parts of a split and their labels} */
    public static Table parts(MoleculeSplit split) {
        Map<String, MoleculeSet> parts = new LinkedHashMap<>();
        parts.put("training", split.train().set());
        parts.put("validation", split.validation().set());
        split.calibration().ifPresent(part -> parts.put("calibration", part.set()));
        parts.put("test", split.test().set());
        return parts(parts);
    }

    private static Table parts(Map<String, MoleculeSet> parts) {
        List<String> tasks = parts.values().iterator().next().tasks();
        Table table = Table.of("Labels of the parts", List.of("part", "task", "molecules", "labels", "least", "mean", "largest")).texts(2);
        parts.forEach((name, set) -> {
            for (int t = 0; t < Math.min(30, tasks.size()); t++) {
                int task = t;
                var known = IntStream.range(0, set.size()).mapToDouble(i -> set.label(i, task)).filter(v -> !Double.isNaN(v)).summaryStatistics();
                boolean any = known.getCount() > 0;
                table.row(List.of(name, tasks.get(t), Integer.toString(set.size()), Long.toString(known.getCount()),
                        any ? Figures.significant(known.getMin(), 4) : "", any ? Figures.significant(known.getAverage(), 4) : "",
                        any ? Figures.significant(known.getMax(), 4) : ""));
            }
        });
        return table;
    }
}
