package dev.trivium.cli.forecast;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.evaluation.graph.LearnedGraph;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.interval.CalibratedForecaster;
import dev.trivium.timeseries.interval.CalibrationFacts;
import dev.trivium.timeseries.timetracker.Routing;
import dev.trivium.timeseries.timetracker.SavedTimeTracker;
import dev.trivium.timeseries.timetracker.TimeTracker;
import dev.trivium.timeseries.timetracker.TimeTrackerForecaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What answers: a model that was fitted to such data, or trained weights that take any. */
interface Predictor extends AutoCloseable {

    /** Said where weights are asked for that this build does not hold. */
    String UNSHIPPED = "this build holds no weights of timetracker; --model must be a file of such weights";

    /** {@return a forecast of what follows} */
    Forecast forecast(SeriesSet history);

    /** {@return a forecast of what follows, with intervals that have learnt from the rows after those they were calibrated on} */
    Forecast adaptive(SeriesSet history);

    /** {@return from which rows such intervals learn} */
    String learnt(SeriesSet history);

    /** {@return whether it can say which experts answer} */
    boolean hasExperts();

    /** {@return which experts answer for a history} */
    Routing routing(SeriesSet history);

    /** {@return whether it has learnt who listens to whom} */
    boolean hasGraph();

    /** {@return who listens to whom in a history} */
    LearnedGraph graph(SeriesSet history);

    /** {@return rows at the end of the data for which a forecast is made: those of known columns} */
    int future();

    /** {@return the model's name or file} */
    String name();

    /** {@return one line on it} */
    String describe(SeriesSet history);

    /** {@return what stands at the foot of a picture} */
    default String source() {
        return "Model: " + name();
    }

    @Override
    void close();

    /** {@return whether a model is one that needs no fitting: the name of such a model, or a file of weights alone} */
    static boolean isZeroShot(String model) throws IOException {
        Path file = Path.of(model);
        if (!Files.isRegularFile(file)) {
            return model.toLowerCase(Locale.ROOT).equals(SavedTimeTracker.KIND);
        }
        ModelContents contents = ModelFile.read(file);
        return contents.kind().equals(SavedTimeTracker.KIND) && contents.spec().get("forecaster") == null;
    }

    /** {@return whether a file holds weights of this kind, alone or as a fine-tuned model} */
    static boolean isTimeTracker(Path file) throws IOException {
        return ModelFile.read(file).kind().equals(SavedTimeTracker.KIND);
    }

    /** A fitted model. */
    static Predictor fitted(Path file, String device) throws IOException {
        return new Fitted(Forecaster.load(file, device), String.valueOf(file.getFileName()));
    }

    /** Weights that ship, or those of a file. */
    static Predictor zeroShot(String model, int horizon, String device) throws IOException {
        Path file = Path.of(model);
        if (Files.isRegularFile(file)) {
            return new ZeroShot(TimeTracker.load(file, device), horizon, String.valueOf(file.getFileName()));
        }
        if (!TimeTracker.isShipped()) {
            throw new IOException(UNSHIPPED);
        }
        return new ZeroShot(TimeTracker.shipped(device), horizon, SavedTimeTracker.KIND);
    }

    /** A fitted model. */
    record Fitted(Forecaster forecaster, String name) implements Predictor {

        @Override
        public Forecast forecast(SeriesSet history) {
            FittedColumns.require(history, forecaster.variables(), name);
            return forecaster.predict(history);
        }

        @Override
        public Forecast adaptive(SeriesSet history) {
            FittedColumns.require(history, forecaster.variables(), name);
            return calibrated().predictAdaptively(history);
        }

        @Override
        public String learnt(SeriesSet history) {
            CalibrationFacts facts = calibrated().intervals().facts();
            int last = history.length() - future() - 1;
            return "adaptive: begun with " + facts.from() + " … " + facts.to() + ", learnt until " + history.time().label(Math.max(0, last));
        }

        private CalibratedForecaster calibrated() {
            if (forecaster instanceof CalibratedForecaster calibrated) {
                return calibrated;
            }
            throw new IllegalArgumentException("--adaptive must be used with a model that has calibrated intervals, got " + name);
        }

        private TimeTrackerForecaster tracker() {
            return (TimeTrackerForecaster) CalibratedForecaster.baseOf(forecaster);
        }

        @Override
        public boolean hasExperts() {
            return CalibratedForecaster.baseOf(forecaster) instanceof TimeTrackerForecaster;
        }

        @Override
        public Routing routing(SeriesSet history) {
            return tracker().routing(history);
        }

        @Override
        public boolean hasGraph() {
            return hasExperts() && tracker().hasGraph();
        }

        @Override
        public LearnedGraph graph(SeriesSet history) {
            return tracker().graph(history);
        }

        @Override
        public int future() {
            return forecaster.spec().known().isEmpty() ? 0 : forecaster.spec().horizon();
        }

        @Override
        public String describe(SeriesSet history) {
            return name + ": " + FittedText.of(forecaster)
                    + CalibratedForecaster.intervalsOf(forecaster).map(known -> "; intervals of " + known.facts().text()).orElse("");
        }

        @Override
        public void close() {
            forecaster.close();
        }
    }

    /** Weights as they are. */
    record ZeroShot(TimeTracker tracker, int horizon, String name) implements Predictor {

        @Override
        public Forecast forecast(SeriesSet history) {
            return tracker.forecast(history, horizon);
        }

        @Override
        public Forecast adaptive(SeriesSet history) {
            throw uncalibrated();
        }

        @Override
        public String learnt(SeriesSet history) {
            throw uncalibrated();
        }

        private IllegalArgumentException uncalibrated() {
            return new IllegalArgumentException("--adaptive must be used with a fitted model, whose intervals are calibrated, got " + name);
        }

        @Override
        public boolean hasExperts() {
            return true;
        }

        @Override
        public Routing routing(SeriesSet history) {
            return tracker.routing(history, horizon);
        }

        @Override
        public boolean hasGraph() {
            return false;
        }

        @Override
        public LearnedGraph graph(SeriesSet history) {
            throw new IllegalStateException("weights that were not fine-tuned have no graph");
        }

        @Override
        public int future() {
            return 0;
        }

        @Override
        public String describe(SeriesSet history) {
            return String.format(Locale.ROOT, "%s: zero-shot, %s; the last %,d rows → %d steps", name,
                    tracker.origin(),
                    Math.min(history.length(), tracker.longestHistory(horizon)), horizon);
        }

        @Override
        public String source() {
            return "Model: " + name + ", zero-shot: nothing was learnt from these data";
        }

        @Override
        public void close() {
            tracker.close();
        }
    }
}
