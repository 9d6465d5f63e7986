package dev.trivium.reproduce.timetracker.zeroshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.data.catalog.SplitRule;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.WindowForecasts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnQuantilesTest {

    private static final StudySet SET = new StudySet("toy", new StudySet.Source("toy", SplitRule.PUBLISHED, Double.NaN), 2, 4, 5,
            new StudySet.Lengths(24, 8, 8, 24), 1);

    /** Says for every target 1000 times its window's number plus the level; as mean, nonsense. */
    private record Stub(int lookback, int horizon, List<Double> levels) implements ForecasterSpec, Forecaster, Forecaster.Rolling {

        @Override
        public String name() {
            return "stub";
        }

        @Override
        public Forecaster fit(TrainingView train, ValidationView validation, Training training) {
            return this;
        }

        @Override
        public ForecasterSpec spec() {
            return this;
        }

        @Override
        public List<Variable> variables() {
            return List.of();
        }

        @Override
        public Forecast predict(SeriesSet history) {
            throw new IllegalStateException("not asked");
        }

        @Override
        public Rolling rolling(Windows windows) {
            return this;
        }

        @Override
        public double[] predict(int from, int to) {
            double[] nonsense = new double[(to - from) * horizon * 2];
            Arrays.fill(nonsense, -1e9);
            return nonsense;
        }

        @Override
        public WindowForecasts forecast(int from, int to) {
            List<double[]> said = new ArrayList<>();
            for (double level : levels) {
                said.add(IntStream.range(from * horizon * 2, to * horizon * 2).mapToDouble(i -> 1000 * (i / (horizon * 2)) + level).toArray());
            }
            return new WindowForecasts(predict(from, to), said);
        }

        @Override
        public Map<String, Object> provenance() {
            return Map.of();
        }

        @Override
        public void save(Path file) throws IOException {
            throw new IOException("not asked");
        }

        @Override
        public void close() {}
    }

    private static Trial.Answer answer(List<Double> levels) throws IOException {
        double[][] rows = new double[300][];
        Arrays.setAll(rows, t -> new double[] {t % 5, t % 7});
        Trial trial = Trial.of(SET, Rows.of(rows));
        return new Forecasting(trial, new TimeTrackers(Optional.empty()), Training.seed(1)).own(new Stub(24, 2, levels), trial.split());
    }

    @Test
    void theNineLevelsArePickedAmongThoseThatAreSaidAndTheMedianIsThePoint() throws IOException {
        Trial.Answer answer = answer(List.of(0.025, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.975));
        for (int a = 0; a < Trial.LEVELS.size(); a++) {
            assertEquals(Trial.LEVELS.get(a), answer.quantiles().get(a)[0]);
            assertEquals(11000 + Trial.LEVELS.get(a), answer.quantiles().get(a)[12 * 2 * 2 - 1], 1e-9);
        }
        assertEquals(0.5, answer.point()[0]);
    }

    @Test
    void aMethodWithoutALevelIsRefused() {
        assertEquals("the forecaster's levels must hold 0.2, got [0.1, 0.5, 0.9]",
                assertThrows(IllegalArgumentException.class, () -> answer(List.of(0.1, 0.5, 0.9))).getMessage());
    }

    @Test
    void fineTuningWindowsAreBounded() {
        double[][] rows = new double[20_000][];
        Arrays.setAll(rows, t -> new double[] {t % 5, t % 7});
        assertEquals(16, TimeTrackers.stride(SET, Rows.of(rows), 1)); // (20000 - 24 - 2 + 1) · 2 windows, at most 2500
        assertEquals(1, TimeTrackers.stride(SET, Rows.of(rows), 0.05));
    }
}
