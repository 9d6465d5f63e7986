package dev.trivium.imputation.fgatt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.graph.GraphScore;
import dev.trivium.imputation.graph.GraphSettings;
import dev.trivium.imputation.graph.NodeWeights;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingCancelledException;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fitting, filling and keeping. */
class FgattImputerTest {

    @TempDir
    private Path folder;

    private static FgattSpec small() {
        return FgattSpec.standard().withArchitecture(Architecture.standard().withSizes(8, 2, 16, 1).withWindow(6))
                .withRecipe(Recipe.standard().withSteps(4, 6).withEpochs(3, 3));
    }

    private static SeriesSet gaps(SeriesSet series) {
        return SharedFactor.change(series, (t, s, value) -> (t * 5 + s * 3) % 11 < 3 || t >= 60 && t < 72 ? Double.NaN : value);
    }

    private static SeriesSet data() {
        return gaps(SharedFactor.series(120, 4, 0.3, 2));
    }

    private static FgattImputer fit(FgattSpec spec, SeriesSet series, Training training) throws IOException {
        Split split = Split.at(series, 80, 100, 120);
        return spec.fit(split.train(), split.validation(), training.withDevice("cpu"));
    }

    @Test
    void gapsAreFilledAndObservedCellsAreLeftBitForBit() throws IOException {
        SeriesSet series = data();
        try (FgattImputer imputer = fit(small(), series, Training.seed(1))) {
            FilledSeries filled = imputer.fill(series);
            assertEquals(series.missing(), filled.filledCells());
            assertEquals(0, filled.values().missing());
            for (int t = 0; t < series.length(); t++) {
                for (int s = 0; s < series.width(); s++) {
                    assertTrue(filled.filled(t, s) != series.observed(t, s));
                    assertTrue(filled.filled(t, s) || filled.values().value(t, s) == series.value(t, s));
                }
            }
            FilledSeries part = imputer.fill(series, 37, 41);
            assertEquals(4, part.values().length());
            assertArrayEquals(filled.values().rows(37, 41).toArray(), part.values().toArray(), 1e-5);
        }
    }

    @Test
    void aRunThatWasInterruptedEndsWithTheBitsOfOneThatWasNot() throws IOException {
        SeriesSet series = data();
        Path checkpoint = folder.resolve("run.trivium");
        int[] steps = {0};
        TrainingMonitor impatient = new TrainingMonitor() {
            @Override
            public boolean cancelled() {
                return ++steps[0] == 9;
            }
        };
        assertThrows(TrainingCancelledException.class,
                () -> fit(small(), series, Training.seed(1).withCheckpoint(checkpoint).withMonitor(impatient)));
        try (FgattImputer whole = fit(small(), series, Training.seed(1));
                FgattImputer resumed = fit(small(), series, Training.seed(1).withResume(checkpoint))) {
            Map<String, float[]> expected = whole.parameters().snapshot();
            resumed.parameters().snapshot().forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
            assertArrayEquals(whole.estimates(series, 0, 120), resumed.estimates(series, 0, 120));
        }
    }

    private static NodeWeights path(int nodes) {
        float[] weights = new float[nodes * nodes];
        for (int i = 0; i + 1 < nodes; i++) {
            weights[i * nodes + i + 1] = 1;
            weights[(i + 1) * nodes + i] = 0.5f;
        }
        return NodeWeights.of(nodes, weights);
    }

    @Test
    void aSavedModelGivesTheSameBits() throws IOException {
        SeriesSet series = data();
        for (FgattSpec spec : new FgattSpec[] {small(), small().withGraph(GraphSettings.standard().withScore(GraphScore.KERNEL_TIMES_HISTORY)),
            small().withGraph(GraphSettings.standard().withKind(GraphSettings.Kind.GIVEN), path(4)), small().withGraph(GraphSettings.standard().withKind(GraphSettings.Kind.NONE)).withStride(3)}) {
            Path file = folder.resolve("model.trivium");
            try (FgattImputer imputer = fit(spec, series, Training.seed(1))) {
                imputer.save(file);
                try (FgattImputer read = SavedFgatt.read(file, ModelFile.read(file), "cpu")) {
                    assertEquals(imputer.spec(), read.spec());
                    assertEquals(imputer.variables(), read.variables());
                    assertArrayEquals(imputer.estimates(series, 0, 120), read.estimates(series, 0, 120));
                }
            }
        }
    }

    @Test
    void threadsShareAModel() throws Exception {
        SeriesSet series = data();
        try (FgattImputer imputer = fit(small(), series, Training.seed(1))) {
            double[] expected = imputer.estimates(series, 0, 120);
            var pool = Executors.newFixedThreadPool(4);
            try {
                Callable<double[]> task = () -> imputer.estimates(series, 0, 120);
                for (var answer : pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> task).toList())) {
                    assertArrayEquals(expected, answer.get());
                }
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void closingWhileOthersFillWaitsForThemAndRefusesTheNext() throws Exception {
        SeriesSet series = data();
        FgattImputer imputer = fit(small(), series, Training.seed(1));
        double[] expected = imputer.estimates(series, 0, 120);
        var pool = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch begun = new CountDownLatch(4);
            List<Future<Integer>> callers = IntStream.range(0, 4).mapToObj(i -> pool.submit(() -> answersUntilClosed(imputer, series, expected, begun)))
                    .toList();
            assertTrue(begun.await(1, TimeUnit.MINUTES));
            imputer.close();
            for (Future<Integer> caller : callers) {
                assertTrue(caller.get() >= 1);
            }
        } finally {
            pool.shutdown();
        }
    }

    private static int answersUntilClosed(FgattImputer imputer, SeriesSet series, double[] expected, CountDownLatch begun) {
        int answers = 0;
        try {
            while (true) {
                assertArrayEquals(expected, imputer.estimates(series, 0, 120));
                if (answers++ == 0) {
                    begun.countDown();
                }
            }
        } catch (IllegalStateException e) {
            assertEquals("imputer must be open, got one that was closed", e.getMessage());
        }
        return answers;
    }

    @Test
    void valuesOfTestRowsMoveNoParameter() throws IOException {
        SeriesSet series = data();
        SeriesSet poisoned = SharedFactor.change(series, (t, s, value) -> t < 100 ? value : 1e9);
        try (FgattImputer clean = fit(small(), series, Training.seed(1)); FgattImputer other = fit(small(), poisoned, Training.seed(1))) {
            Map<String, float[]> expected = clean.parameters().snapshot();
            other.parameters().snapshot().forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
        }
    }

    @Test
    void constantAndUnseenNodesAreFilledAndAnEmptyChannelIsRefused() throws IOException {
        SeriesSet series = SharedFactor.change(data(), (t, s, value) -> s == 1 ? (Double.isNaN(value) ? value : 7)
                : s == 2 && t < 80 ? Double.NaN : value);
        try (FgattImputer imputer = fit(small(), series, Training.seed(1))) {
            assertTrue(Arrays.stream(imputer.estimates(series, 0, 120)).allMatch(Double::isFinite));
        }
        SeriesSet empty = SharedFactor.change(data(), (t, s, value) -> t < 80 ? Double.NaN : value);
        var refused = assertThrows(IllegalArgumentException.class, () -> fit(small(), empty, Training.seed(1)));
        assertTrue(refused.getMessage().contains("train must hold a value"), refused.getMessage());
    }

    @Test
    void inASplitByMonthsNoValueOfATestMonthMovesAParameterOrAnInterval() throws IOException {
        TimeAxis days = TimeAxis.days(1, LocalDateTime.of(2023, 1, 1, 0, 0), ZoneOffset.UTC, 240);
        SeriesSet series = gaps(SharedFactor.series(240, 4, 0.3, 2)).withTime(days);
        SeriesSet poisoned = SharedFactor.change(series, (t, s, value) -> List.of(3, 6).contains(month(t)) ? 1e9 : value).withTime(days);
        Training training = Training.seed(1).withDevice("cpu");
        Split clean = Split.months(series, Set.of(3, 6), 0.2);
        Split other = Split.months(poisoned, Set.of(3, 6), 0.2);
        try (FgattImputer a = small().fit(clean.train(), clean.validation(), training);
                FgattImputer b = small().fit(other.train(), other.validation(), training)) {
            Map<String, float[]> expected = a.parameters().snapshot();
            b.parameters().snapshot().forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
            assertEquals(a.intervals().describe(), b.intervals().describe());
        }
    }

    private static int month(int day) {
        return LocalDate.of(2023, 1, 1).plusDays(day).getMonthValue();
    }

    @Test
    void nodesOfSeveralChannelsAreFilledThoughOneLacksAChannel() throws IOException {
        SeriesSet plain = data();
        List<Variable> names = Stream.of("a.temp", "a.rssi", "b.temp", "c.rssi").map(Variable::of).toList();
        SeriesSet series = SeriesSet.of(plain.time(), names, plain.toArray());
        try (FgattImputer imputer = fit(small().withSeparator("."), series, Training.seed(1))) {
            assertEquals(List.of("a", "b", "c"), imputer.layout().nodes());
            assertEquals(0, imputer.fill(series).values().missing());
            assertEquals(3, imputer.graphOf(series.rows(0, 6)).nodes());
        }
    }

    @Test
    void shortSeriesAreFilledAndOtherSeriesAreRefused() throws IOException {
        SeriesSet series = data();
        try (FgattImputer imputer = fit(small(), series, Training.seed(1))) {
            assertEquals(2, imputer.fill(series.rows(3, 5)).values().length());
            SeriesSet fewer = series.select(series.names().subList(0, 3));
            assertThrows(IllegalArgumentException.class, () -> imputer.fill(fewer));
            assertEquals(4, imputer.graphOf(series.rows(0, 6)).nodes());
        }
    }

    @Test
    void anInfiniteValueOfAStreamIsRefusedByName() throws IOException {
        try (FgattImputer imputer = fit(small(), data(), Training.seed(1))) {
            double[] rows = new double[8];
            rows[6] = Double.NEGATIVE_INFINITY;
            String message = assertThrows(IllegalArgumentException.class, () -> imputer.fillLast(rows, 2)).getMessage();
            assertEquals("values must be finite or NaN, got -Infinity for n2", message);
        }
    }

    @Test
    void aRecipeOfMoreWindowsThanCanBeCountedIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> Recipe.standard().withSteps(100_000, 1_000_000)).getMessage();
        assertEquals("batch * steps must be at most 2147483647, got 100000 * 1000000", message);
    }

    @Test
    void theLastRowOfAStreamIsTheLastRowOfTheWindowThatEndsThere() throws IOException {
        SeriesSet series = data();
        try (FgattImputer imputer = fit(small(), series, Training.seed(1))) {
            double[] expected = imputer.estimates(series.rows(50, 56), 5, 6);
            assertArrayEquals(expected, imputer.fillLast(series.rows(50, 56)), 1e-6);
            assertArrayEquals(expected, imputer.fillLast(series.rows(44, 56).toArray(), 12), 1e-6);
            assertEquals(4, imputer.fillLast(series.rows(0, 1).toArray(), 1).length);
            assertThrows(IllegalArgumentException.class, () -> imputer.fillLast(new double[7], 2));
        }
    }

    @Test
    void aSeriesWithoutAGraphOrWithOneNodeCanBeFitted() throws IOException {
        SeriesSet one = data().select(data().names().subList(0, 1));
        try (FgattImputer imputer = fit(small(), one, Training.seed(1));
                FgattImputer flat = fit(small().withGraph(GraphSettings.standard().withKind(GraphSettings.Kind.NONE)), data(), Training.seed(1))) {
            assertEquals(0, imputer.fill(one).values().missing());
            assertEquals(0, flat.fill(data()).values().missing());
            assertThrows(IllegalStateException.class, () -> flat.graphOf(data().rows(0, 6)));
        }
    }
}
