package dev.trivium.timeseries.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.data.window.Windows;
import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.LeakageException;
import dev.trivium.evaluation.audit.Outcome;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.baseline.BoostedTreesSpec;
import dev.trivium.timeseries.baseline.LinearSpec;
import dev.trivium.timeseries.interval.CalibratedForecaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastAuditTest {

    private static final int L = 24;
    private static final int H = 6;
    private final SeriesSet series = series();
    private final Split split = Split.ratios(series, 0.7, 0.1);

    private static SeriesSet series() {
        Random random = new Random(2);
        double[] values = new double[900 * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(100 * (10 + 4 * Math.sin(2 * Math.PI * (i / 2) / 24.0) + random.nextGaussian())) / 100;
        }
        return SeriesSet.of(TimeAxis.index(0, 1, 900), List.of(Variable.of("a"), Variable.of("b")), values);
    }

    /** What a method says of a window: anything it can get hold of. */
    private interface Rule {
        double say(Windows windows, int origin, int row, int column);
    }

    private record Own(String name, Rule rule, Object held) implements ForecasterSpec {
        @Override
        public int lookback() {
            return L;
        }

        @Override
        public int horizon() {
            return H;
        }

        @Override
        public Forecaster fit(TrainingView train, ValidationView validation, Training training) {
            return new Fitted(new Own(name, rule, ""), train.series().variables(),
                    Map.of("data", Map.of("sha256", train.series().sha256())));
        }
    }

    private record Fitted(Own spec, List<Variable> variables, Map<String, Object> provenance) implements Forecaster {
        @Override
        public Forecast predict(SeriesSet history) {
            throw new UnsupportedOperationException("a card asks for windows");
        }

        @Override
        public Rolling rolling(Windows windows) {
            int width = variables.size();
            return (from, to) -> {
                double[] said = new double[(to - from) * H * width];
                for (int i = 0; i < said.length; i++) {
                    int origin = windows.origin(from + i / (H * width));
                    said[i] = spec.rule.say(windows, origin, origin + i / width % H, i % width);
                }
                return said;
            };
        }

        @Override
        public void save(Path file) {}

        @Override
        public void close() {}
    }

    private Audit audit(ForecasterSpec... specs) throws IOException {
        Comparison comparison = Comparison.on(Backtest.of(split, L, H, 1, 24));
        for (ForecasterSpec spec : specs) {
            comparison.add(spec, List.of(Training.seed(1)));
        }
        comparison.addSimpleMethods(24, Training.seed(1));
        return comparison.card("made").audit();
    }

    private static Check check(Audit audit, CheckName name) {
        return audit.checks().stream().filter(check -> check.name() == name).findFirst().orElseThrow();
    }

    private static List<CheckName> found(Audit audit) {
        return audit.with(Outcome.VIOLATED).stream().map(Check::name).toList();
    }

    @Test
    void honestMethodsPassAndEveryPartIsNamed() throws IOException {
        Audit audit = audit(new Own("persistent", (windows, origin, row, column) -> windows.series().value(origin - 1, column), 0));
        assertEquals(List.of(), found(audit), audit.text());
        assertEquals(List.of("train", "validation", "test"), audit.parts().stream().map(part -> part.name()).toList());
        assertTrue(check(audit, CheckName.BORDERS).lookedAt().contains("24 look-backs reach into an earlier part"), audit.text());
        assertTrue(check(audit, CheckName.ANSWERS_FROM_AHEAD).lookedAt().contains("persistent"), audit.text());
    }

    @Test
    void aMethodThatReadsTheRowsThatItForecastsIsFound() throws IOException {
        Audit audit = audit(new Own("peeking", (windows, origin, row, column) ->
                0.5 * windows.series().value(origin - 1, column) + 0.5 * windows.series().value(row, column), 0));
        assertEquals(List.of(CheckName.ANSWERS_FROM_AHEAD), found(audit), audit.text());
        assertThrows(LeakageException.class, audit::requireClean);
    }

    @Test
    void aMethodThatWasMadeWithTheWholeSeriesIsFoundThreeTimes() throws IOException {
        SeriesSet whole = series;
        Audit audit = audit(new Own("oracle", (windows, origin, row, column) -> whole.value(row, column), 0));
        assertTrue(found(audit).containsAll(List.of(CheckName.ANSWERS_KNOWN_BEFORE, CheckName.HELD_DATA)), audit.text());
        Random noise = new Random(4);
        Audit blurred = audit(new Own("blurred", (windows, origin, row, column) -> whole.value(row, column) + 0.1 * Math.sin(17 * row), noise));
        assertTrue(check(blurred, CheckName.ANSWERS_KNOWN_BEFORE).found().get(0).contains("says the same whatever its look-back holds"), blurred.text());
    }

    @Test
    void aScalerOfAllRowsInARecipeIsFound() throws IOException {
        double mean = java.util.Arrays.stream(series.column(0)).average().orElseThrow();
        double deviation = Math.sqrt(java.util.Arrays.stream(series.column(0)).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
        Audit audit = audit(new Own("scaled", (windows, origin, row, column) -> windows.series().value(origin - 1, column), new double[] {mean, deviation}));
        assertEquals(List.of(CheckName.HELD_DATA), found(audit), audit.text());
        assertTrue(check(audit, CheckName.HELD_DATA).found().get(0).contains("of a over all rows, test rows included"), audit.text());
    }

    private Audit fittedOn(ForecasterSpec spec, Split other) throws IOException {
        Comparison comparison = Comparison.on(Backtest.of(split, L, H, 1, 24));
        try (Forecaster fitted = spec.fit(other.train(), other.validation(), Training.seed(1))) {
            comparison.add("file", fitted);
        }
        comparison.addSimpleMethods(24, Training.seed(1));
        return comparison.audit();
    }

    @Test
    void aModelFromAFileIsHeldAgainstTheRowsOfTheSplit() throws IOException {
        assertEquals(List.of(), found(fittedOn(new LinearSpec(L, H), split)));
        assertEquals(List.of(), found(fittedOn(new LinearSpec(L, H), Split.ratios(series, 0.5, 0.2)))); // rows before the test rows
        Audit later = fittedOn(new LinearSpec(L, H), Split.ratios(series, 0.85, 0.1));
        assertEquals(List.of(CheckName.FITTED_ELSEWHERE), found(later), later.text());
        assertTrue(check(later, CheckName.FITTED_ELSEWHERE).found().get(0).contains("45 of them test rows"), later.text());
        Audit foreign = fittedOn(new LinearSpec(L, H), Split.ratios(series.rows(100, 900), 0.5, 0.1));
        assertTrue(check(foreign, CheckName.FITTED_ELSEWHERE).found().get(0).contains("cannot be excluded"), foreign.text());
    }

    @Test
    void intervalsThatWereCalibratedOnTestRowsAreFound() throws IOException {
        assertEquals(List.of(), found(calibratedOn(split.withCalibration(0.7))));
        Audit audit = calibratedOn(Split.at(series, 630, 850, 900).withCalibration(0.6)); // rows 718 to 849; the test begins at row 720
        assertEquals(List.of(CheckName.CHOSEN_ELSEWHERE), found(audit), audit.text());
        assertTrue(check(audit, CheckName.CHOSEN_ELSEWHERE).found().get(0).contains("calibrated on rows 718 … 849"), audit.text());
    }

    @Test
    void calibrationRowsThatBeginBeforeTheTestRowsAndEndAfterThemAreFoundToo() throws IOException {
        Split scored = Split.at(series, 630, 720, 860);
        Split around = Split.at(series, 630, 890, 900).withCalibration(0.9); // rows 656 to 889
        assertEquals(List.of(CheckName.CHOSEN_ELSEWHERE), found(calibratedOn(around, scored)));
        assertEquals(List.of(CheckName.CHOSEN_ELSEWHERE), found(calibratedOn(around, Split.at(series.rows(0, 880), 630, 720, 860))), "of a file that ends before");
        assertEquals(List.of(), found(calibratedOn(Split.at(series, 630, 715, 900).withCalibration(0.7), scored)));
    }

    private Audit calibratedOn(Split other) throws IOException {
        return calibratedOn(other, split);
    }

    private static Audit calibratedOn(Split other, Split scored) throws IOException {
        Comparison comparison = Comparison.on(Backtest.of(scored, L, H, 1, 24));
        try (Forecaster fitted = CalibratedForecaster.of(new LinearSpec(L, H).fit(other.train(), other.validation(), Training.seed(1)),
                other.calibration().orElseThrow(), List.of(0.8))) {
            comparison.add("file", fitted);
        }
        return comparison.audit();
    }

    @Test
    void aModelThatTestRowsChoseIsFound() throws IOException {
        Audit audit = fittedOn(new BoostedTreesSpec(L, H, List.of()), Split.withoutTest(series, 0.7));
        assertEquals(List.of(CheckName.CHOSEN_ELSEWHERE), found(audit), audit.text());
        assertEquals(Outcome.NOT_CHECKED, check(fittedOn(new Own("silent", (windows, origin, row, column) -> 1, 0), split),
                CheckName.CHOSEN_ELSEWHERE).outcome());
    }
}
