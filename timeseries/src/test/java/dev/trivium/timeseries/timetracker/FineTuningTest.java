package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.evaluation.metric.Unit;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingCancelledException;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.Signals;
import dev.trivium.timeseries.backtest.Backtest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineTuningTest {

    private static final SeriesSet SERIES = Signals.season(600);
    private static final FineTuning SHORT = FineTuning.standard().withEpochs(2, 2).withRate(3e-3, 1).withStride(4).withBatch(16);
    private static final FineTuning LONGER = SHORT.withEpochs(4, 4).withStride(1);

    @TempDir
    static Path folder;
    private static Path weights;
    private static Path learnt;

    @BeforeAll
    static void makeWeights() throws IOException {
        weights = folder.resolve("weights.trivium");
        try (TimeTracker tracker = Tiny.tracker()) {
            tracker.save(weights);
        }
        learnt = folder.resolve("learnt.trivium");
        try (Forecaster model = fit(spec(LONGER), SERIES, Training.seed(1))) {
            model.save(learnt);
        }
    }

    private static TimeTrackerSpec spec(FineTuning tuning) {
        return TimeTrackerSpec.fineTuned(40, 12, tuning).with(Start.file(weights));
    }

    private static Forecaster fit(TimeTrackerSpec spec, SeriesSet series, Training training) throws IOException {
        Split split = Split.ratios(series, 0.6, 0.2);
        return spec.fit(split.train(), split.validation(), training.withDevice("cpu"));
    }

    private static double[] forecast(Forecaster model) {
        return model.predict(SERIES).mean().toArray();
    }

    private static double metric(Forecaster model, String name) {
        return ((Number) ((Map<?, ?>) model.provenance().get("metrics")).get(name)).doubleValue();
    }

    @Test
    void learnsTheSeriesAndKeepsWhatItLearnt() throws IOException {
        Backtest backtest = Backtest.of(Split.ratios(SERIES, 0.6, 0.2), 40, 12, 1, 12);
        try (Forecaster model = Forecaster.load(learnt, "cpu");
                Forecaster zero = fit(TimeTrackerSpec.zeroShot(40, 12).with(Start.file(weights)), SERIES, Training.seed(1))) {
            assertEquals("timetracker-tuned", model.spec().name());
            assertEquals(spec(LONGER).with(Start.file(weights.getFileName())), model.spec());
            double mse = backtest.score(model).errors().overall(Unit.STANDARDISED).mse();
            double before = backtest.score(zero).errors().overall(Unit.STANDARDISED).mse();
            assertTrue(mse < 0.5 * before, "mse must fall below half of " + before + ", got " + mse);
            assertTrue(metric(model, "validation.mse") < 0.5 * metric(model, "start.validation.mse"));
        }
    }

    @Test
    void theValidationScoreIsTheMeanSquaredErrorOfTheForecasts() throws IOException {
        Split split = Split.ratios(SERIES, 0.6, 0.2);
        try (Forecaster model = Forecaster.load(learnt, "cpu")) {
            Windows windows = Windows.over(split.validation(), 40, 12, 1);
            double[] mean = model.rolling(windows).predict(0, windows.count());
            double[] deviations = TuningWindows.deviations(split.train().series(), 0, split.train().to());
            double[] actual = new double[36];
            double[] all = windows.series().toArray();
            double sum = 0;
            for (int w = 0; w < windows.count(); w++) {
                windows.copyTargets(w, all, actual, 0);
                for (int i = 0; i < 36; i++) {
                    double error = (actual[i] - mean[36 * w + i]) / deviations[i % 3];
                    sum += error * error;
                }
            }
            assertEquals(sum / mean.length, metric(model, "validation.mse"), 1e-3);
        }
    }

    @Test
    void oneSeedGivesTheSameAndRowsAfterTheSplitDoNotCount() throws IOException {
        SeriesSet poisoned = Signals.change(SERIES, (t, s, value) -> t < 480 ? value : 1e6);
        Split split = Split.at(poisoned, 360, 480, 600);
        try (Forecaster model = fit(spec(SHORT), SERIES, Training.seed(3)); Forecaster again = fit(spec(SHORT), SERIES, Training.seed(3));
                Forecaster other = spec(SHORT).fit(split.train(), split.validation(), Training.seed(3).withDevice("cpu"))) {
            assertArrayEquals(forecast(model), forecast(again));
            assertArrayEquals(forecast(model), forecast(other));
        }
    }

    @Test
    void aShareIsTheLastTrainingWindows() throws IOException {
        SeriesSet poisoned = Signals.change(SERIES, (t, s, value) -> t >= 200 ? value : 1e6 * t);
        FineTuning few = SHORT.withShare(0.2).withStride(1);
        try (Forecaster model = fit(spec(few), SERIES, Training.seed(3)); Forecaster other = fit(spec(few), poisoned, Training.seed(3))) {
            assertEquals(62, metric(model, "windows")); // of 360 - 40 - 12 + 1
            assertArrayEquals(forecast(model), forecast(other));
        }
    }

    @Test
    void aFineTunedModelRefusesAHistoryOfAnotherStepEvenFromItsFile(@TempDir Path folder) throws IOException {
        SeriesSet monthly = SeriesSet.of(TimeAxis.months(1, LocalDateTime.of(2000, 1, 1, 0, 0), ZoneOffset.UTC, SERIES.length()), SERIES.variables(),
                SERIES.toArray());
        Path file = folder.resolve("tuned.trivium");
        try (Forecaster model = fit(spec(SHORT), SERIES, Training.seed(3))) {
            model.save(file);
        }
        try (Forecaster loaded = Forecaster.load(file)) {
            assertEquals(12, loaded.predict(SERIES).mean().length());
            String message = assertThrows(IllegalArgumentException.class, () -> loaded.predict(monthly)).getMessage();
            assertEquals("history must have the step of the training data, " + SERIES.time().stepText() + ", got " + monthly.time().stepText(), message);
        }
    }

    @Test
    void whatIsFrozenStays() throws IOException {
        FineTuning tuning = SHORT.withFrozen(List.of("embedding.", "layer.0."));
        try (Forecaster model = fit(spec(tuning), SERIES, Training.seed(3)); TimeTracker start = TimeTracker.load(weights)) {
            Map<String, float[]> before = start.model().parameters().snapshot();
            Map<String, float[]> after = ((TimeTrackerForecaster) model).tracker().model().parameters().snapshot();
            assertArrayEquals(before.get("embedding.weight"), after.get("embedding.weight"));
            assertArrayEquals(before.get("layer.0.experts.centroids"), after.get("layer.0.experts.centroids"));
            assertArrayEquals(before.get("layer.0.experts.balance"), after.get("layer.0.experts.balance"));
            assertNotEquals(before.get("head.weight")[0], after.get("head.weight")[0]);
        }
        refused("frozen must hold beginnings of names of parameters, got tail., which none of [",
                () -> fit(spec(SHORT.withFrozen(List.of("tail."))), SERIES, Training.seed(3)));
        refused("frozen must leave a parameter to train, got []", () -> fit(spec(SHORT.withFrozen(List.of(""))), SERIES, Training.seed(3)));
    }

    @Test
    void aStartThatNoEpochBeatsIsKept() throws IOException {
        TimeTrackerSpec spec = spec(SHORT.withRate(0.9, 1)).with(Start.file(learnt));
        try (Forecaster model = fit(spec, SERIES, Training.seed(3)); Forecaster start = Forecaster.load(learnt, "cpu")) {
            assertEquals(0, metric(model, "best.epoch"));
            assertArrayEquals(forecast(start), forecast(model));
        }
    }

    @Test
    void aRandomStartLearnsAsWell() throws IOException {
        TimeTrackerSpec spec = spec(SHORT).with(new Start.Random(Tiny.settings()));
        try (Forecaster model = fit(spec, SERIES, Training.seed(3))) {
            assertTrue(metric(model, "validation.mse") < 0.8 * metric(model, "start.validation.mse"));
        }
    }

    @Test
    void gapsAreNeitherFilledNorAskedFor() throws IOException {
        SeriesSet gaps = Signals.change(SERIES, (t, s, value) -> (t + s) % 3 == 0 || s == 2 && t < 200 ? Double.NaN : value);
        try (Forecaster model = fit(spec(SHORT), gaps, Training.seed(3)); Forecaster again = fit(spec(SHORT), gaps, Training.seed(3))) {
            assertTrue(Double.isFinite(metric(model, "validation.mse")));
            assertArrayEquals(forecast(model), forecast(again));
        }
    }

    @Test
    void anInterruptedRunGoesOnToTheSameModel() throws IOException {
        Path checkpoint = folder.resolve("run.checkpoint");
        TrainingMonitor stop = new TrainingMonitor() {
            private int steps;

            @Override
            public void stepped(Progress progress) {
                steps++;
            }

            @Override
            public boolean cancelled() {
                return steps >= 7;
            }
        };
        assertThrows(TrainingCancelledException.class,
                () -> fit(spec(SHORT), SERIES, Training.seed(3).withCheckpoint(checkpoint).withMonitor(stop)));
        try (Forecaster whole = fit(spec(SHORT), SERIES, Training.seed(3));
                Forecaster resumed = fit(spec(SHORT), SERIES, Training.seed(3).withResume(checkpoint))) {
            assertArrayEquals(forecast(whole), forecast(resumed));
        }
        refused("resume must continue the same run: ", () -> fit(spec(SHORT), SERIES, Training.seed(4).withResume(checkpoint)));
    }

    @Test
    void aStartOfAnotherShapeIsRefusedWithAllDifferences() {
        Map<String, float[]> values = Map.of("head.bias", new float[3], "tail", new float[1]);
        Map<String, long[]> shapes = Map.of("head.bias", new long[] {3}, "tail", new long[] {1});
        try (TimeTracker tracker = Tiny.tracker()) {
            String message = assertThrows(IllegalArgumentException.class,
                    () -> StartWeights.load(values, shapes, tracker.model().parameters())).getMessage();
            assertTrue(message.startsWith("start must hold the parameters of the network, got "), message);
            assertTrue(message.contains(" missing: ") && message.contains("1 unexpected: tail")
                    && message.contains("head.bias must have shape [48], got [3]"), message);
        }
    }

    @Test
    void refusesRowsWithoutAWindow() {
        refused("train must hold at least one window of 400 → 12 rows, got rows 0 to 360",
                () -> fit(new TimeTrackerSpec(400, 12, Start.file(weights), Prediction.standard(), Optional.of(SHORT)), SERIES, Training.seed(1)));
        assertEquals("share must be in (0, 1], got 0.0", assertThrows(IllegalArgumentException.class, () -> SHORT.withShare(0)).getMessage());
        assertTrue(NamedForecasters.hasEpochs(NamedForecasters.of("timetracker-tuned", 512, 96, 0).name()));
    }

    private interface Fit {
        Forecaster run() throws IOException;
    }

    private static void refused(String beginning, Fit fit) {
        String message = assertThrows(IllegalArgumentException.class, fit::run).getMessage();
        assertTrue(message.startsWith(beginning), message);
    }
}
