package dev.trivium.imputation.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.Outcome;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.NamedImputers;
import dev.trivium.imputation.graph.NodeLayout;
import dev.trivium.imputation.graph.NodeWeights;
import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.imputation.mask.Points;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapAuditsTest {

    private static final int ROWS = 600;
    private static final int WIDTH = 8;
    private final SeriesSet truth = truth();
    private final HiddenMask mask = new Points(0.2).draw(truth, 1);
    private final GapBacktest backtest = GapBacktest.of(truth, mask, GapAuditsTest::split);

    private static Split split(SeriesSet series) {
        return Split.ratios(series, 0.7, 0.1);
    }

    private static SeriesSet truth() {
        Random random = new Random(7);
        double[] values = new double[ROWS * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(1000 * (5 + Math.sin(2 * Math.PI * (i / WIDTH) / 24.0 + 0.4 * (i % WIDTH)) + 0.4 * random.nextGaussian())) / 1000;
        }
        return SeriesSet.of(TimeAxis.index(0, 1, ROWS), IntStream.range(0, WIDTH).mapToObj(s -> Variable.of("n" + s)).toList(), values);
    }

    /** Fills from a series that it has got hold of. */
    private record Own(String name, Object known, double off) implements ImputerSpec {
        @Override
        public Imputer fit(TrainingView train, ValidationView validation, Optional<CalibrationView> calibration, Training training) {
            return new Fitted(this, train.series().variables(), Map.of("data", Map.of("sha256", train.series().sha256())));
        }
    }

    private record Fitted(Own spec, List<Variable> variables, Map<String, Object> provenance) implements Imputer {
        @Override
        public FilledSeries fill(SeriesSet series, int from, int to) {
            try (Imputer linear = NamedImputers.of("linear").fit(split(series).train(), split(series).validation(), Training.seed(1))) {
                FilledSeries filled = linear.fill(series, from, to);
                if (!(spec.known instanceof SeriesSet known)) {
                    return filled;
                }
                double[] values = filled.values().toArray();
                BitSet cells = new BitSet();
                for (int i = 0; i < values.length; i++) {
                    int row = from + i / variables.size();
                    cells.set(i, !series.observed(row, i % variables.size()));
                    values[i] = series.observed(row, i % variables.size()) ? values[i] : known.value(row, i % variables.size()) + spec.off * Math.sin(3.7 * i);
                }
                SeriesSet own = SeriesSet.of(filled.values().time(), filled.values().variables(), values);
                return new FilledSeries(own, own, own, filled.level(), cells);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void save(Path file) {}

        @Override
        public void close() {}
    }

    private static Check check(Audit audit, CheckName name) {
        return audit.checks().stream().filter(check -> check.name() == name).findFirst().orElseThrow();
    }

    private static List<CheckName> found(Audit audit) {
        return audit.with(Outcome.VIOLATED).stream().map(Check::name).toList();
    }

    private Audit audit(ImputerSpec spec) throws IOException {
        Comparison comparison = Comparison.on(backtest);
        comparison.add(spec, List.of(Training.seed(1)));
        comparison.addSimpleMethods(Training.seed(1));
        return comparison.card("made").audit();
    }

    @Test
    void honestMethodsPassAndHiddenCellsAreCounted() throws IOException {
        Audit audit = audit(new Own("honest", "nothing", 0));
        assertEquals(List.of(), found(audit), audit.text());
        assertTrue(check(audit, CheckName.HIDDEN_CELLS).lookedAt().startsWith("0 of "), audit.text());
    }

    @Test
    void aMethodThatKnowsTheHiddenCellsIsFoundExactOrBlurred() throws IOException {
        assertTrue(found(audit(new Own("oracle", truth, 0))).containsAll(List.of(CheckName.ANSWERS_KNOWN_BEFORE, CheckName.HELD_DATA)));
        Audit blurred = audit(new Own("blurred", truth, 0.05));
        assertTrue(check(blurred, CheckName.ANSWERS_KNOWN_BEFORE).found().get(0).contains("fills the same whatever is visible"), blurred.text());
    }

    private Audit fittedOn(Split other) throws IOException {
        Comparison comparison = Comparison.on(backtest);
        try (Imputer fitted = NamedImputers.of("ridge-ar").fit(other.train(), other.validation(), Training.seed(1))) {
            comparison.add("file", fitted);
        }
        comparison.addSimpleMethods(Training.seed(1));
        return comparison.audit();
    }

    @Test
    void aMaskDrawnAnewForTheFitIsFoundAndEarlierRowsAreNot() throws IOException {
        Audit other = fittedOn(split(new Points(0.2).draw(truth, 2).hide(truth)));
        assertEquals(List.of(CheckName.FITTED_ELSEWHERE), found(other), other.text());
        assertEquals(List.of(), found(fittedOn(split(truth)))); // before the test rows, whatever was hidden there
        assertEquals(List.of(CheckName.FITTED_ELSEWHERE), found(fittedOn(Split.ratios(truth, 0.9, 0.05))));
    }

    @Test
    void aGraphOfHiddenCellsIsToldFromOneOfVisibleTrainingCells() {
        NodeLayout layout = NodeLayout.columns(truth.names());
        Split open = split(truth);
        Split shut = backtest.split();
        for (NodeWeights leaking : List.of(NodeWeights.correlation(open.train(), layout), NodeWeights.correlation(Split.withoutTest(truth, 0.999).train(), layout),
                NodeWeights.correlation(Split.withoutTest(backtest.hidden(), 0.999).train(), layout))) {
            assertTrue(new GraphOrigin(leaking, layout).leak(truth, backtest.hidden(), shut.train()::holds, shut.test()::holds).isPresent());
        }
        Random random = new Random(3);
        float[] drawn = new float[WIDTH * WIDTH];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextFloat();
        }
        for (NodeWeights honest : List.of(NodeWeights.correlation(shut.train(), layout), NodeWeights.of(WIDTH, drawn))) {
            assertEquals("", new GraphOrigin(honest, layout).leak(truth, backtest.hidden(), shut.train()::holds, shut.test()::holds).orElse(""));
        }
    }

    @Test
    void aColumnThatShowsWhatIsHiddenInAnotherIsFound() throws IOException {
        double[] values = truth.toArray();
        for (int t = 0; t < ROWS; t++) {
            values[t * WIDTH + 3] = values[t * WIDTH];
        }
        SeriesSet twins = SeriesSet.of(truth.time(), truth.variables(), values);
        Comparison comparison = Comparison.on(GapBacktest.of(twins, new Points(0.2).draw(twins, 1), GapAuditsTest::split));
        comparison.addSimpleMethods(Training.seed(1));
        assertEquals(List.of(CheckName.TWIN_COLUMNS), found(comparison.audit()), comparison.audit().text());
    }
}
