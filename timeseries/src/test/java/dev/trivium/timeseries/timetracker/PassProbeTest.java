package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.graph.LearnedGraph;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassProbeTest {

    private static final SeriesSet SERIES = Signals.season(300);

    @TempDir
    private static Path folder = Path.of("");

    private static TimeTrackerForecaster tuned(Mixing mixing) throws IOException {
        Path weights = folder.resolve(mixing.kind() + ".trivium");
        try (TimeTracker tracker = Tiny.tracker()) {
            tracker.save(weights);
        }
        Split split = Split.ratios(SERIES, 0.6, 0.2);
        FineTuning tuning = FineTuning.standard().with(mixing).withEpochs(1, 1).withStride(40).withBatch(4);
        return (TimeTrackerForecaster) TimeTrackerSpec.fineTuned(40, 12, tuning).with(Start.file(weights))
                .fit(split.train(), split.validation(), Training.seed(2).withDevice("cpu"));
    }

    @Test
    void gatesOfEveryTokenSumToOneOverTheExpertsThatWereChosen() {
        try (TimeTracker tracker = Tiny.tracker()) {
            Routing routing = tracker.routing(SERIES, 20); // patches of 8: three to say, two of them masked tokens; ten seen
            assertEquals("2 layers, 3 series, 12 patches, 4 experts", routing.toString());
            for (int i = 0; i < 2 * 3 * 12; i++) {
                int layer = i / 36;
                int series = i / 12 % 3;
                int patch = i % 12;
                double[] gates = IntStream.range(0, 4).mapToDouble(e -> routing.gate(layer, series, patch, e)).toArray();
                assertEquals(1, IntStream.range(0, 4).mapToDouble(e -> gates[e]).sum(), 1e-5);
                assertEquals(2, IntStream.range(0, 4).filter(e -> gates[e] > 0).count());
            }
        }
    }

    @Test
    void patchesAreNamedByTheirFirstStepAndTheOldestMayBeShort() {
        try (TimeTracker tracker = Tiny.tracker()) {
            SeriesSet short19 = SERIES.rows(0, 19);
            Routing routing = tracker.routing(short19, 12);
            assertEquals(4, routing.patches().size());
            assertEquals(short19.time().label(0), routing.patches().get(0)); // three rows
            assertEquals(short19.time().label(3), routing.patches().get(1));
            assertEquals(short19.time().label(11), routing.patches().get(2));
            assertEquals(short19.time().after(1).label(0), routing.patches().get(3));
        }
    }

    @Test
    void theWayOfASeriesDoesNotDependOnItsNeighbours() {
        try (TimeTracker tracker = Tiny.tracker()) {
            Routing all = tracker.routing(SERIES, 12);
            Routing one = tracker.routing(SERIES.select(SERIES.names().subList(1, 2)), 12);
            for (int p = 0; p < one.patches().size(); p++) {
                assertEquals(one.gate(1, 0, p, 2), all.gate(1, 1, p, 2), 1e-5);
            }
        }
    }

    @Test
    void aFineTunedGraphIsAveragedOverLookBacks() throws IOException {
        try (TimeTrackerForecaster model = tuned(Mixing.soft())) {
            assertTrue(model.hasGraph());
            LearnedGraph graph = model.graph(SERIES.rows(0, 130)); // three look-backs of 40 rows, and 10 that fill none
            assertEquals(3, graph.windows());
            assertEquals(6, graph.edges().size());
            assertTrue(graph.edges().stream().allMatch(edge -> edge.weight() > 0 && edge.weight() <= 1 && edge.share() == 1), graph.csv());
            assertTrue(graph.csv().startsWith("source,target,weight,share\n"), graph.csv());
            assertEquals(1, model.graph(SERIES.rows(0, 17)).windows());
            assertEquals(model.variables().size(), model.routing(SERIES).series().size());
        }
    }

    @Test
    void eachSeriesListensToItsNearestOnly() throws IOException {
        try (TimeTrackerForecaster model = tuned(Mixing.nearest(1))) {
            LearnedGraph graph = model.graph(SERIES.rows(0, 40));
            for (int target = 0; target < 3; target++) {
                int each = target;
                assertEquals(1, graph.edges().stream().filter(edge -> edge.target() == each).count());
            }
        }
    }

    @Test
    void withoutAGraphNoneIsShown() throws IOException {
        try (TimeTrackerForecaster model = tuned(Mixing.all())) {
            assertEquals("mixing must be HARD, SOFT or NEAREST for a graph, got ALL",
                    assertThrows(IllegalStateException.class, () -> model.graph(SERIES)).getMessage());
        }
    }
}
