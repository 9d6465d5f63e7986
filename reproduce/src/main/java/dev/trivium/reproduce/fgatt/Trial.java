package dev.trivium.reproduce.fgatt;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Segment;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.Outcome;
import dev.trivium.evaluation.audit.Part;
import dev.trivium.evaluation.gap.GapSetting;
import dev.trivium.evaluation.gap.GapTargets;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.mask.Blocks;
import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.imputation.mask.MissingPattern;
import dev.trivium.imputation.mask.NodeOutage;
import dev.trivium.imputation.mask.Published;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One setting: what training sees, what is filled, and the cells to score on.
 *
 * <p>The mask is drawn once, from seed {@value #MASK_SEED}, for all rows and all methods, before the split is made. Filled is always the series
 * without any of the masked values; only the training of GRIN's protocol sees some of them, those of its own rows.
 */
final class Trial {

    static final long MASK_SEED = 1;

    /** What the training of GRIN's protocol must be allowed by name. */
    static final String ALLOWANCE = "masked-training-values";

    private static final Set<Integer> TEST_MONTHS = Set.of(3, 6, 9, 12);

    private final Setting setting;
    private final HiddenMask mask;
    private final SeriesSet visible;
    private final Split split;
    private final Split training;
    private final GapTargets targets;
    private final List<String> allowances;

    private Trial(Setting setting, SeriesSet truth, MissingPattern pattern) {
        this.setting = setting;
        mask = pattern.draw(truth, MASK_SEED);
        visible = mask.hide(truth);
        split = split(visible);
        if (setting == Setting.GRIN) {
            HiddenMask less = mask.only(truth, row -> !split.train().holds(row), "validation and test rows");
            training = split(less.hide(truth));
            allowances = List.of(ALLOWANCE + ": " + setting.words());
        } else {
            training = split;
            allowances = List.of();
        }
        targets = TestCells.of(truth, visible, mask, split.test());
    }

    static Trial of(Setting setting, Sources sources) throws IOException {
        return switch (setting) {
            case BLOCK -> new Trial(setting, sources.cells(), Blocks.published());
            case OUTAGE -> new Trial(setting, sources.cells(), NodeOutage.of(24, 0.1));
            case GRIN, STRICT -> new Trial(setting, sources.aqi36(), new Published("AQI-36", sources.aqi36Visible()));
        };
    }

    private Split split(SeriesSet series) {
        return setting.study() == Study.WIRELESS ? Split.ratios(series, 0.72, 0.08) : Split.months(series, TEST_MONTHS, 0.1);
    }

    /** What a fit put into the cells, and what it took. */
    record Fitted(Filling filling, Run.Fit fit) {}

    GapTargets targets() {
        return targets;
    }

    Run.Mask mask() {
        return new Run.Mask(mask.sha256(), targets.cells());
    }

    /** {@return rows of a block in bootstrap and tests: the window of the networks} */
    int block() {
        return setting.study() == Study.WIRELESS ? 24 : 36;
    }

    GapSetting describe() {
        return new GapSetting(setting.study().folder(), visible.sha256(), setting.words(), mask.sha256(), mask.count(), targets.unit(),
                "epochs by the error on validation rows");
    }

    /** What the rows and the mask tell; what training was given beyond the strict protocol stands there as allowed. */
    Audit audit() {
        String looked = mask.count() + " hidden cells, one mask for all methods, missing in what is filled";
        return new Audit(List.of(part("train", split.train()), part("validation", split.validation()), part("test", split.test())),
                List.of(allowances.isEmpty() ? Check.of(CheckName.HIDDEN_CELLS, looked, List.of())
                        : new Check(CheckName.HIDDEN_CELLS, Outcome.ALLOWED, looked, allowances)));
    }

    private Part part(String name, View view) {
        return new Part(name, view.rows(), "rows", view.segments().stream()
                .map(run -> visible.time().label(run.from()) + " … " + visible.time().label(run.to() - 1)).collect(Collectors.joining(", ")));
    }

    Fitted fit(Method method, Training how) throws IOException {
        long start = System.nanoTime();
        try (Imputer imputer = method.spec(setting.study()).fit(training.train(), training.validation(), how)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            Filling filling = new Filling(targets.cells());
            long filled = System.nanoTime();
            for (Segment rows : split.test().segments()) {
                filling.add(imputer.fill(visible, rows.from(), rows.to()), rows, mask);
            }
            return new Fitted(filling, fit(imputer.provenance(), seconds, (System.nanoTime() - filled) / 1e9));
        }
    }

    private static Run.Fit fit(Map<String, Object> provenance, double seconds, double fillSeconds) {
        Map<?, ?> metrics = provenance.get("metrics") instanceof Map<?, ?> map ? map : Map.of();
        return new Run.Fit(number(metrics, "validation.mae", Double.NaN), (int) number(metrics, "epochs", 0),
                (int) number(metrics, "best.epoch", 0), seconds, fillSeconds);
    }

    private static double number(Map<?, ?> metrics, String name, double absent) {
        return metrics.get(name) instanceof Number number ? number.doubleValue() : absent;
    }
}
