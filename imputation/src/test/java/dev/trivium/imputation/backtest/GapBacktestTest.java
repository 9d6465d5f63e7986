package dev.trivium.imputation.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.Outcome;
import dev.trivium.evaluation.gap.GapCard;
import dev.trivium.evaluation.gap.GapEstimates;
import dev.trivium.evaluation.gap.GapRow;
import dev.trivium.evaluation.gap.GapTargets;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.NamedImputers;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.mask.Blocks;
import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.imputation.mask.MissingPattern;
import dev.trivium.imputation.mask.NodeOutage;
import dev.trivium.imputation.mask.Points;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapBacktestTest {

    private static final int ROWS = 600;
    private static final int WIDTH = 6;
    private final SeriesSet truth = waves("", "");

    /** Waves of one period with noise, a few cells missing. */
    private static SeriesSet waves(String firstUnit, String otherUnit) {
        SplittableRandom random = new SplittableRandom(2);
        double[] values = new double[ROWS * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(40) == 0 ? Double.NaN : 5 + Math.sin(i / WIDTH / 4.0 + i % WIDTH) + 0.1 * random.nextGaussian();
        }
        List<Variable> variables = IntStream.range(0, WIDTH).mapToObj(s -> {
            String unit = s == 0 ? firstUnit : otherUnit;
            return unit.isEmpty() ? Variable.of("n" + s) : Variable.of("n" + s, unit);
        }).toList();
        return SeriesSet.of(TimeAxis.index(0, 1, ROWS), variables, values);
    }

    private static Split split(SeriesSet series) {
        return Split.ratios(series, 0.7, 0.1);
    }

    private static SeriesSet withHidden(SeriesSet truth, HiddenMask mask, IntToDoubleFunction poison) {
        double[] values = truth.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = mask.hidden(i / WIDTH, i % WIDTH) ? poison.applyAsDouble(i) : values[i];
        }
        return SeriesSet.of(truth.time(), truth.variables(), values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "last", "linear", "nearest-nodes", "matrix-factorisation", "ridge-ar", "fgatt"})
    void noOutputMovesWhenEveryHiddenValueIsPoisoned(String name) throws IOException {
        for (MissingPattern pattern : List.of(new Blocks(0.005, 0.05, 5, 12), NodeOutage.of(20, 0.2))) {
            HiddenMask mask = pattern.draw(truth, 1);
            double[] clean = filled(name, mask, truth);
            assertArrayEquals(clean, filled(name, mask, withHidden(truth, mask, i -> 1e9)), 0);
            assertArrayEquals(clean, filled(name, mask, withHidden(truth, mask, i -> i % 2 == 0 ? Double.NaN : -1e9)), 0);
        }
    }

    /** FGATT as small as it gets: what moves would move after few steps too. */
    private static ImputerSpec small(String name) {
        if (!name.equals("fgatt")) {
            return NamedImputers.of(name);
        }
        FgattSpec standard = FgattSpec.standard();
        return standard.withArchitecture(standard.architecture().withWindow(12).withSizes(8, 2, 16, 1)).withStride(12)
                .withRecipe(standard.recipe().withSteps(4, 3).withEpochs(2, 2));
    }

    private static double[] filled(String name, HiddenMask mask, SeriesSet poisoned) throws IOException {
        GapBacktest backtest = GapBacktest.of(poisoned, mask, GapBacktestTest::split);
        try (Imputer imputer = small(name).fit(backtest.split().train(), backtest.split().validation(), Training.seed(1).withDevice("cpu"))) {
            return imputer.fill(backtest.split().test().series()).values().toArray();
        }
    }

    @Test
    void onlyTheTruthOfTheScoreMovesTheScore() throws IOException {
        HiddenMask mask = new Points(0.25).draw(truth, 1);
        GapRow clean = comparison(truth, mask).rows().get(0);
        GapRow moved = comparison(withHidden(truth, mask, i -> 1e9), mask).rows().get(0);
        assertEquals(1e9, moved.mae().value(), 10);
        assertTrue(clean.mae().value() < 2);
    }

    private static GapCard comparison(SeriesSet truth, HiddenMask mask) throws IOException {
        Comparison comparison = Comparison.on(GapBacktest.of(truth, mask, GapBacktestTest::split));
        comparison.add(NamedImputers.of("mean"), List.of(Training.seed(1)));
        return comparison.card("waves");
    }

    @Test
    void aSplitThatShowsHiddenCellsIsRefused() {
        HiddenMask mask = new Points(0.25).draw(truth, 1);
        String message = assertThrows(IllegalArgumentException.class, () -> GapBacktest.of(truth, mask, series -> split(truth))).getMessage();
        assertTrue(message.contains("shows") && message.contains("hidden cells"), message);
        assertThrows(IllegalArgumentException.class, () -> GapBacktest.of(truth, mask, series -> split(truth.select(List.of("n0", "n1")))));
        assertThrows(IllegalArgumentException.class, () -> GapBacktest.of(truth, mask.only(truth, row -> row < 300, "early rows"),
                GapBacktestTest::split));
    }

    @Test
    void scoredAreTheHiddenCellsOfTheTestRowsOnce() {
        HiddenMask mask = Blocks.published().draw(truth, 1);
        GapTargets targets = GapBacktest.of(truth, mask, GapBacktestTest::split).targets();
        long expected = IntStream.range(480 * WIDTH, ROWS * WIDTH).filter(i -> mask.hidden(i / WIDTH, i % WIDTH)).count();
        assertEquals(expected, targets.cells());
        assertEquals(ROWS - 480, targets.rows());
        SeriesSet left = mask.hide(truth);
        for (int i = 0; i < targets.cells(); i++) {
            int t = 480 + targets.row(i);
            assertEquals(truth.value(t, targets.column(i)), targets.truth(i));
            assertFalse(left.observed(t, targets.column(i)));
        }
    }

    @Test
    void errorsOfSeriesInDifferentUnitsAreInStandardDeviations() {
        SeriesSet mixed = waves("°C", "dBm");
        GapTargets targets = GapBacktest.of(mixed, new Points(0.25).draw(mixed, 1), GapBacktestTest::split).targets();
        assertEquals("standard deviations of the training values", targets.unit());
        SeriesSet alike = waves("dBm", "dBm");
        assertEquals("dBm", GapBacktest.of(alike, new Points(0.25).draw(alike, 1), GapBacktestTest::split).targets().unit());
    }

    @Test
    void everySimpleMethodIsOnTheCardWithAuditAndMask() throws IOException {
        HiddenMask mask = new Points(0.25).draw(truth, 1);
        GapBacktest backtest = GapBacktest.of(truth, mask, GapBacktestTest::split).allowing("cells of training rows given back");
        List<String> seen = new ArrayList<>();
        Comparison comparison = Comparison.on(backtest, seen::add);
        comparison.add(NamedImputers.of("linear"), List.of(Training.seed(1)));
        comparison.addSimpleMethods(Training.seed(1));
        assertEquals(NamedImputers.simple().size(), seen.size());
        GapCard card = comparison.card("waves");
        assertEquals(mask.sha256(), card.setting().mask());
        assertTrue(card.text().contains("ALLOWED       hidden-cells: 0 of "), card.text());
        assertTrue(card.text().contains("! cells of training rows given back"), card.text());
        assertTrue(card.text().contains("train         0 … 419, 420 rows"), card.text());
        assertTrue(card.text().lines().allMatch(line -> line.length() <= 100), card.text());
        assertEquals(mask.count() - card.rows().get(0).cells(), card.excluded().get("hidden cells outside of the test rows"));
    }

    @Test
    void aFittedImputerThatSawOtherDataSaysSo() throws IOException {
        HiddenMask mask = new Points(0.25).draw(truth, 1);
        GapBacktest backtest = GapBacktest.of(truth, mask, GapBacktestTest::split);
        Comparison comparison = Comparison.on(backtest);
        ImputerSpec linear = NamedImputers.of("linear");
        Split all = Split.ratios(truth, 0.85, 0.1);
        try (Imputer honest = linear.fit(backtest.split().train(), backtest.split().validation(), Training.seed(1));
                Imputer other = linear.fit(all.train(), all.validation(), Training.seed(1))) {
            comparison.add("honest", honest);
            comparison.add("other", other);
        }
        assertEquals("", comparison.runs().get(0).method().note());
        comparison.addSimpleMethods(Training.seed(1));
        List<Check> violated = comparison.card("waves").audit().with(Outcome.VIOLATED);
        assertEquals(List.of(CheckName.FITTED_ELSEWHERE), violated.stream().map(Check::name).toList(), violated.toString());
        assertTrue(violated.get(0).found().get(0).matches("other was fitted on rows up to \\d+ of this very series, \\d+ of them test rows.*"), violated.toString());
    }

    @Test
    void estimatesKeepTheirOrder() throws IOException {
        HiddenMask mask = new Points(0.25).draw(truth, 1);
        GapBacktest backtest = GapBacktest.of(truth, mask, GapBacktestTest::split);
        try (Imputer linear = NamedImputers.of("linear").fit(backtest.split().train(), backtest.split().validation(), Training.seed(1))) {
            GapEstimates estimates = backtest.score(linear).estimates();
            double[] whole = linear.fill(backtest.hidden()).values().toArray();
            for (int i = 0; i < backtest.targets().cells(); i++) {
                assertEquals(whole[(480 + backtest.targets().row(i)) * WIDTH + backtest.targets().column(i)], estimates.value(i), 1e-12);
            }
        }
    }

    @Test
    void testMonthsAreScoredRunByRun() throws IOException {
        TimeAxis days = TimeAxis.days(1, LocalDateTime.of(2021, 1, 1, 0, 0), ZoneOffset.UTC, ROWS);
        SeriesSet dated = truth.withTime(days);
        IntPredicate test = row -> days.dateTime(row).orElseThrow().getMonthValue() % 3 == 0;
        HiddenMask mask = new Points(0.25).draw(dated, 1).only(dated, test, "test months");
        GapBacktest backtest = GapBacktest.of(dated, mask, series -> Split.months(series, Set.of(3, 6, 9, 12), 0.1))
                .allowing("hidden cells of training months given back");
        assertEquals(mask.count(), backtest.targets().cells());
        assertEquals(IntStream.range(0, ROWS).filter(test).count(), backtest.targets().rows());
        try (Imputer linear = NamedImputers.of("linear").fit(backtest.split().train(), backtest.split().validation(), Training.seed(1))) {
            GapEstimates estimates = backtest.score(linear).estimates();
            double[] whole = linear.fill(backtest.hidden()).values().toArray();
            double[] hidden = IntStream.range(0, whole.length).filter(i -> mask.hidden(i / WIDTH, i % WIDTH)).mapToDouble(i -> whole[i]).toArray();
            assertArrayEquals(hidden, IntStream.range(0, hidden.length).mapToDouble(estimates::value).toArray(), 1e-12);
        }
    }
}
