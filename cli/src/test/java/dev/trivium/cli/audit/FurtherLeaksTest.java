package dev.trivium.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.cli.Run;
import dev.trivium.cli.TinyWeights;
import dev.trivium.data.csv.CsvOptions;
import dev.trivium.data.csv.CsvSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.backtest.GapBacktest;
import dev.trivium.imputation.mask.Points;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.backtest.Backtest;
import dev.trivium.timeseries.backtest.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaks that are harder to see: in a model file, in a column, in a spelling, in the code of a forecaster. */
class FurtherLeaksTest {

    private static final int ROWS = 400; // 280 train, 40 validation, 80 test
    private static final int VALIDATION = 280;
    private static final int TEST = 320;

    @TempDir
    private Path folder = Path.of("");

    private Path plant(int seed) throws IOException {
        return MadeSeries.plant(ROWS, seed).write(folder.resolve("plant.csv"));
    }

    private static Run forecast(String command, Path data, Object... more) {
        List<String> words = new ArrayList<>(List.of("forecast", command, "--data", data.toString()));
        for (Object word : more) {
            words.add(word.toString());
        }
        return Run.of(words.toArray(String[]::new));
    }

    private static Run evaluate(Path data, Object model, Object... more) {
        List<Object> words = new ArrayList<>(List.of("--model", model, "--lookback", 24, "--horizon", 6));
        words.addAll(List.of(more));
        return forecast("evaluate", data, words.toArray());
    }

    /** A model was fitted on 90 % of the rows, and is scored by the division into 70, 10 and 20 %. */
    @Test
    void aModelFileWhoseTrainingReachesIntoTheTest() throws IOException {
        Path data = plant(11);
        Path model = folder.resolve("greedy.trivium");
        Run fit = forecast("fit", data, "--model", "linear", "--lookback", 24, "--horizon", 6, "--split", "0.9,0.05,0.05", "--out", model);
        assertEquals(0, fit.code(), fit.err());
        Caught.by("(?i)fitted|training rows", forecast("evaluate", data, "--model", model), "greedy.trivium");
    }

    /** The scaler in a model file was put right by hand: with the means and deviations of all rows. Everything else is as it was. */
    @Test
    void aScalerOfAllRowsWrittenIntoAModelFile() throws IOException {
        Path data = plant(12);
        Path model = folder.resolve("honest.trivium");
        Run fit = forecast("fit", data, "--model", "linear", "--lookback", 24, "--horizon", 6, "--out", model);
        assertEquals(0, fit.code(), fit.err());
        SeriesSet series = CsvSeries.read(data, CsvOptions.defaults()).series();
        Standardiser ofAll = Standardiser.fit(Split.at(series, ROWS - 2, ROWS - 1, ROWS).train());
        ModelContents old = ModelFile.read(model);
        Map<String, Object> preprocessing = new LinkedHashMap<>(old.preprocessing());
        preprocessing.put("standardiser", ofAll.describe());
        Path edited = folder.resolve("edited.trivium");
        ModelFile.write(edited, ModelContents.model(old.kind(), old.version(), old.spec(), preprocessing, old.provenance(),
                old.tensors().values()));
        Caught.by("(?i)scal|standardis", forecast("evaluate", data, "--model", edited), "edited.trivium");
    }

    /** The plan of the day, whose future is known, was typed in afterwards: it is the measured flow in another unit. */
    @Test
    void aKnownColumnThatIsTheTarget() throws IOException {
        MadeSeries table = MadeSeries.plant(ROWS, 13);
        double[] flow = table.column(0);
        Path data = table.with("plan", t -> Math.rint(10 * (1.8 * flow[(int) t] + 32)) / 10).write(folder.resolve("planned.csv"));
        Caught.by("(?i)known|target|copy|same", evaluate(data, "boosted-trees", "--known", "plan"), "plan", "flow");
    }

    /** A column runs one horizon ahead of another: its newest values are the other's targets. */
    @Test
    void aColumnThatHoldsTheFutureOfAnother() throws IOException {
        MadeSeries table = MadeSeries.plant(ROWS, 14);
        double[] flow = table.column(0);
        double[] ahead = IntStream.range(0, ROWS).mapToDouble(t -> t + 6 < ROWS ? flow[t + 6] : Double.NaN).toArray();
        Path data = table.with("signal", ahead).write(folder.resolve("ahead.csv"));
        Caught.by("(?i)ahead|shift|future|copy|same", evaluate(data, "linear"), "signal", "flow");
    }

    /** The meter was out for a day and a half around the first test row; a spreadsheet drew straight lines over the gap. */
    @Test
    void gapsFilledAcrossTheBorderBeforeTheFileWasWritten() throws IOException {
        MadeSeries table = MadeSeries.plant(ROWS, 15);
        int from = TEST - 20;
        int to = TEST + 16;
        for (int s = 0; s < table.width(); s++) {
            double[] values = table.column(s);
            double first = values[from - 1];
            double slope = (values[to] - first) / (to - from + 1);
            IntStream.range(from, to).forEach(t -> values[t] = first + (t - from + 1) * slope);
        }
        Path data = table.write(folder.resolve("drawn.csv"));
        Caught.by("(?i)interpolat|straight|line|filled", evaluate(data, "linear"), MadeSeries.stamp(from - 1), "flow", "head", "power");
    }

    /** A forecaster of one's own smooths over rows that are still to come. */
    @Test
    void aForecasterThatReadsItsTargets() throws IOException {
        SeriesSet series = CsvSeries.read(plant(16), CsvOptions.defaults()).series();
        Backtest backtest = Backtest.of(Split.ratios(series, 0.7, 0.1), 24, 6, 1, 24);
        Comparison comparison = Comparison.on(backtest);
        comparison.addSimpleMethods(24, Training.seed(1));
        comparison.add(new PeekingSpec(24, 6, 3), List.of(Training.seed(1)));
        Caught.by("(?i)target|future|looks? ahead", Caught.conclude(comparison.card("plant")), "smoothed-last-value");
    }

    /** Weights are called zero-shot and have been pre-trained on the very file. */
    @Test
    void aFileThatThePreTrainingHasSeen() throws IOException {
        Path data = plant(17);
        FileSource source = FileSource.of(data);
        Path weights = TinyWeights.write(folder.resolve("tiny.trivium"), source, source);
        Caught.by("(?i)pre-?train", evaluate(data, weights), "tiny.trivium", "plant");
    }

    /** The sodium salt of an acid in training is in the test, with the same measured number. */
    @Test
    void aSaltOfATrainingMoleculeInTheTest() throws IOException {
        String acid = "CC(=O)Oc1ccccc1C(=O)O";
        String salt = "[Na+].CC(=O)Oc1ccccc1C(=O)[O-]";
        StringBuilder text = new StringBuilder("smiles,logS,part\n" + acid + ",-1.72,train\n");
        IntStream.rangeClosed(1, 30).forEach(n -> text.append("C".repeat(n)).append("O,").append(1 - n).append(",train\n"));
        IntStream.rangeClosed(1, 8).forEach(n -> text.append("C".repeat(n)).append("N,").append(1 - n).append(",valid\n"));
        IntStream.rangeClosed(1, 12).forEach(n -> text.append("C".repeat(n)).append("Cl,").append(-n).append(",test\n"));
        Path data = Files.writeString(folder.resolve("salts.csv"), text.append(salt).append(",-1.72,test\n"));
        Run run = Run.of("molecule", "evaluate", "--data", data.toString(), "--target", "logS", "--split", "column:part", "--model", "train-mean");
        Caught.by("(?i)salt|fragment|duplicate|same", run, salt, acid);
    }

    /** A model was fitted on all molecules, and is scored on some of them as if it had not. */
    @Test
    void aModelFileThatHasLearntTheTestMolecules() throws IOException {
        StringBuilder text = new StringBuilder("smiles,logS\n");
        IntStream.rangeClosed(1, 40).forEach(n -> text.append("C".repeat(n)).append("O,").append(1 - n).append('\n'));
        Path data = Files.writeString(folder.resolve("alcohols.csv"), text);
        Path model = folder.resolve("all.trivium");
        Run fit = Run.of("molecule", "fit", "--data", data.toString(), "--target", "logS", "--model", "random-forest", "--split-seed", "4", "--out",
                model.toString());
        assertEquals(0, fit.code(), fit.err());
        Run run = Run.of("molecule", "evaluate", "--data", data.toString(), "--model", model.toString(), "--split-seed", "5");
        Caught.by("(?i)fitted|training molecules", run, "all.trivium");
    }

    /** Rows of the validation, by which settings are chosen, come again in the test. */
    @Test
    void rowsOfTheValidationAmongTheTestRows() throws IOException {
        Path data = MadeSeries.plant(ROWS, 18).paste(VALIDATION + 4, TEST + 30, 30).write(folder.resolve("again.csv"));
        Caught.by("(?i)duplicate|repeat|identical|same|twice|copied", evaluate(data, "linear"), MadeSeries.stamp(VALIDATION + 4),
                MadeSeries.stamp(TEST + 30));
    }

    /** An imputer of one's own looks the hidden values up in a copy of the table. */
    @Test
    void anImputerThatHasTheHiddenValues() throws IOException {
        SeriesSet series = CsvSeries.read(plant(19), CsvOptions.defaults()).series();
        GapBacktest backtest = GapBacktest.of(series, new Points(0.2).draw(series, 1), hidden -> Split.ratios(hidden, 0.7, 0.1));
        dev.trivium.imputation.backtest.Comparison comparison = dev.trivium.imputation.backtest.Comparison.on(backtest);
        comparison.addSimpleMethods(Training.seed(1));
        comparison.add(new CachingSpec(series), List.of(Training.seed(1)));
        Caught.by("(?i)hidden", Caught.conclude(comparison.card("plant")), "table-of-yesterday");
    }
}
