package dev.trivium.timeseries.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.split.Split;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.scorecard.ScoreCard;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.Signals;
import dev.trivium.timeseries.baseline.BoostedTreesSpec;
import dev.trivium.timeseries.baseline.LinearSpec;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final int L = 24;
    private static final int H = 6;
    private final Split split = Split.ratios(Signals.season(400), 0.7, 0.1);

    private Comparison comparison() {
        return Comparison.on(Backtest.of(split, L, H, 1, 12));
    }

    @Test
    void theCardHoldsTheSimpleMethodsAndTheModelWithItsSeeds() throws IOException {
        List<String> begun = new ArrayList<>();
        Comparison comparison = Comparison.on(Backtest.of(split, L, H, 1, 12), begun::add);
        comparison.add(WaveRoraSpec.of(L, H), List.of(Training.seed(1).withEpochs(1), Training.seed(2).withEpochs(1)));
        comparison.addSimpleMethods(12, Training.seed(1));
        ScoreCard card = comparison.card("waves");
        List<String> names = card.rows().stream().map(row -> row.method().name()).toList();
        assertEquals(NamedForecasters.simple(L, H, 12).size() + 1, names.size());
        assertEquals("last-value", names.get(0));
        assertEquals("waverora", names.get(names.size() - 1));
        assertEquals(List.of(1L, 2L), card.rows().get(names.size() - 1).method().seeds());
        assertTrue(card.rows().get(0).method().seeds().isEmpty());
        assertEquals("waverora", begun.get(0));
        assertEquals("280/40/80 rows, test 2024-01-14T08:00:00 … 2024-01-17T15:00:00", card.setting().split());
    }

    @Test
    void aModelWithoutATrainingIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> comparison().add(new LinearSpec(L, H), List.of()));
        assertEquals("trainings must be at least one, got none for linear", e.getMessage());
    }

    @Test
    void aSimpleMethodThatIsAskedForStandsOnTheCardOnceAsTheModel() throws IOException {
        Comparison comparison = comparison();
        comparison.add(new LinearSpec(L, H), List.of(Training.seed(1)));
        comparison.addSimpleMethods(0, Training.seed(1));
        List<Method> linear = comparison.card("waves").rows().stream().map(row -> row.method()).filter(m -> m.name().equals("linear")).toList();
        assertEquals(1, linear.size());
        assertEquals(MethodKind.MODEL, linear.get(0).kind());
    }

    @Test
    void aModelFittedOnTestRowsIsFound() throws IOException {
        Split other = Split.ratios(split.test().series(), 0.8, 0.1);
        for (Split of : List.of(split, other)) {
            try (Forecaster fitted = new LinearSpec(L, H).fit(of.train(), of.validation(), Training.seed(1))) {
                Comparison comparison = comparison();
                comparison.add("mine", fitted);
                comparison.addSimpleMethods(0, Training.seed(1));
                assertEquals(of == other, !comparison.card("waves").audit().isClean());
            }
        }
    }

    @Test
    void aModelWithKnownColumnsIsScoredOnTheOthersOverTheSameWindows() throws IOException {
        Split scored = Backtest.without(split, List.of("b"));
        Comparison comparison = Comparison.on(Backtest.of(scored, L, H, 1, 12));
        comparison.add("trees with b", new BoostedTreesSpec(L, H, List.of("b")), split, List.of(Training.seed(1)));
        comparison.addSimpleMethods(12, Training.seed(1));
        ScoreCard card = comparison.card("waves");
        var last = card.rows().get(card.rows().size() - 1);
        assertEquals("trees with b", last.method().name());
        assertEquals(List.of("a", "c"), last.series().stream().map(series -> series.name()).toList());
        assertTrue(card.rows().stream().anyMatch(row -> row.method().name().equals("boosted-trees")), "and the same without b");
    }

    @Test
    void aWiderSplitMustHaveTheSameTestRows() throws IOException {
        Backtest backtest = Backtest.of(split, L, H, 1, 12);
        try (Forecaster fitted = new LinearSpec(L, H).fit(split.train(), split.validation(), Training.seed(1))) {
            var e = assertThrows(IllegalArgumentException.class, () -> backtest.score(fitted, Split.ratios(split.test().series(), 0.5, 0.1)));
            assertEquals("wider must have the test rows of this backtest, [320, 400), got [240, 400)", e.getMessage());
        }
    }

    @Test
    void thereIsNoCardWithoutTheNaiveRows() throws IOException {
        Comparison comparison = comparison();
        comparison.add(new LinearSpec(L, H), List.of(Training.seed(1)));
        var e = assertThrows(IllegalArgumentException.class, () -> comparison.card("waves"));
        assertEquals("rows must hold a LAST_VALUE method, got [linear]", e.getMessage());
    }
}
