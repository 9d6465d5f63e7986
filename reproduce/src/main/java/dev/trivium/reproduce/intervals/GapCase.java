package dev.trivium.reproduce.intervals;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.gap.GapEstimates;
import dev.trivium.evaluation.gap.GapLength;
import dev.trivium.evaluation.gap.GapTargets;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.NamedImputers;
import dev.trivium.imputation.backtest.GapBacktest;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.fgatt.Recipe;
import dev.trivium.imputation.mask.Blocks;
import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Traffic of 5G cells with hidden blocks, as in {@code fgatt-wireless}, with half of the validation rows for calibration. */
record GapCase() implements Case {

    private static final long MASK_SEED = 1;
    private static final String MODEL = "fgatt";
    private static final List<Double> SHARES = List.of(0.8, 0.95);
    private static final List<String> THIRDS = List.of("quiet cells", "middle cells", "busy cells");

    @Override
    public String title() {
        return "5g-blocks";
    }

    @Override
    public String words() {
        return "Traffic of 100 5G cells, blocks and points hidden (the mask of [fgatt-wireless](../fgatt-wireless/README.md)): trained on 72 % of the"
                + " rows, the epoch chosen on the next 41, intervals calibrated on the 41 after these, scored on hidden cells of the last 20 %."
                + " A seed fits, and draws what is hidden to calibrate. fgatt has at most 8 epochs of 50 steps, the table tells how many. Quiet, middle and busy cells are thirds by"
                + " their mean in the training rows. Widths in the unit of the data, in which each cell's mean is near 1.";
    }

    @Override
    public List<String> methods() {
        return List.of("mean", "linear", "ridge-ar", MODEL);
    }

    @Override
    public String asked() {
        return MODEL;
    }

    @Override
    public String recommended() {
        return "by gap and series";
    }

    @Override
    public boolean isRandom(String method) {
        return true; // what is hidden to calibrate is drawn by the seed
    }

    @Override
    public List<Line> run(String method, Training training, Sources sources, Origin origin) throws IOException {
        SeriesSet truth = sources.series("5G_cells");
        GapBacktest backtest = GapBacktest.of(truth, Blocks.published().draw(truth, MASK_SEED),
                series -> Split.ratios(series, 0.72, 0.08).withCalibration(0.5));
        ImputerSpec spec = method.equals(MODEL) ? FgattSpec.standard().withRecipe(Recipe.standard().withSteps(8, 50).withEpochs(8, 8))
                : NamedImputers.of(method);
        Path kept = sources.model(title(), method, training.seed());
        Map<String, int[]> groups = groups(backtest.targets(), thirds(backtest.split().train().series()));
        List<Line> lines = new ArrayList<>();
        try (Imputer fitted = Files.exists(kept) ? Imputer.load(kept) : spec.fit(backtest.split(), training)) {
            fitted.save(kept);
            for (double share : SHARES) {
                GapEstimates estimates = backtest.score(fitted.withLevel(share)).estimates();
                groups.forEach((group, cells) -> lines.add(line(method, training.seed(), share, group, cells, estimates, fit(fitted), origin)));
            }
        }
        return lines;
    }

    private Line line(String method, long seed, double share, String group, int[] cells, GapEstimates estimates, Line.Fit fit, Origin origin) {
        int inside = 0;
        double width = 0;
        for (int cell : cells) {
            inside += estimates.covers(cell) ? 1 : 0;
            width += estimates.width(cell);
        }
        return new Line(title(), method, seed, recommended(), share, group, cells.length, (double) inside / cells.length, width / cells.length, fit,
                origin);
    }

    /** All cells; by the length of the gap; earlier and later test rows, as traffic drifts; by how busy the series is. */
    private static Map<String, int[]> groups(GapTargets targets, int[] third) {
        Map<String, int[]> groups = new LinkedHashMap<>();
        groups.put(Line.ALL, cells(targets, cell -> true));
        for (GapLength length : GapLength.values()) {
            groups.put("gaps of " + length.label(), cells(targets, cell -> targets.length(cell) == length));
        }
        groups.put("first half of rows", cells(targets, cell -> 2 * targets.row(cell) < targets.rows()));
        groups.put("second half", cells(targets, cell -> 2 * targets.row(cell) >= targets.rows()));
        for (int i = 0; i < THIRDS.size(); i++) {
            int number = i;
            groups.put(THIRDS.get(i), cells(targets, cell -> third[targets.column(cell)] == number));
        }
        groups.values().removeIf(cells -> cells.length == 0);
        return groups;
    }

    private static int[] cells(GapTargets targets, IntPredicate which) {
        return IntStream.range(0, targets.cells()).filter(which).toArray();
    }

    /** In which third a series is by its mean in the training rows. */
    private static int[] thirds(SeriesSet train) {
        double[] means = IntStream.range(0, train.width()).mapToDouble(s -> IntStream.range(0, train.length()).filter(t -> train.observed(t, s))
                .mapToDouble(t -> train.value(t, s)).average().orElse(0)).toArray();
        List<Integer> order = IntStream.range(0, means.length).boxed().sorted(Comparator.comparingDouble(s -> means[s])).toList();
        int[] third = new int[means.length];
        for (int place = 0; place < third.length; place++) {
            third[order.get(place)] = 3 * place / third.length;
        }
        return third;
    }

    private static Line.Fit fit(Imputer fitted) {
        Map<?, ?> metrics = fitted.provenance().get("metrics") instanceof Map<?, ?> map ? map : Map.of();
        return new Line.Fit((int) number(metrics, "epochs"), (int) number(metrics, "best.epoch"), number(metrics, "fit.seconds"));
    }

    private static double number(Map<?, ?> metrics, String name) {
        return metrics.get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
