package dev.trivium.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.cli.Run;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.backtest.Comparison;
import dev.trivium.molecular.split.Duplicates;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five leaks that people make most. None may end in a score card that looks like any other. */
class FirstLeaksTest {

    private static final int ROWS = 400; // 280 train, 40 validation, 80 test
    private static final int TRAIN_END = 280;
    private static final int TEST = 320;

    @TempDir
    private Path folder = Path.of("");

    private static Run forecast(Path data, String... more) {
        List<String> words = new ArrayList<>(List.of("forecast", "evaluate", "--data", data.toString(), "--model", "linear", "--lookback", "24",
                "--horizon", "6"));
        words.addAll(List.of(more));
        return Run.of(words.toArray(String[]::new));
    }

    /** "I have scaled the columns already": with the mean and the deviation of all rows, those of the test among them. */
    @Test
    void aTableScaledWithTheStatisticsOfAllItsRows() throws IOException {
        Path data = MadeSeries.plant(ROWS, 1).standardised().write(folder.resolve("scaled.csv"), "%.6f");
        Caught.by("(?i)scal|standardis", forecast(data), "flow", "head", "power");
    }

    /** Two days of the test were pasted over days of the training rows. */
    @Test
    void rowsOfTheTestAmongTheTrainingRows() throws IOException {
        int from = TEST + 16;
        int to = 100;
        Path data = MadeSeries.plant(ROWS, 2).paste(from, to, 48).write(folder.resolve("pasted.csv"));
        Caught.by("(?i)duplicate|repeat|identical|same|twice|copied", forecast(data), MadeSeries.stamp(from), MadeSeries.stamp(to));
    }

    /** A substance of the training molecules is scored once more, under its other spelling. */
    @Test
    void aMoleculeThatIsInTrainingAndInTheTest() throws IOException {
        MoleculeSet train = chains("", 1, 40);
        MoleculeSet validation = chains("N", 1, 10);
        List<String> tested = new ArrayList<>(chains("O", 1, 20).smiles());
        tested.set(7, "C(CCC)C"); // pentane, the fifth of training
        MoleculeSplit split = MoleculeSplit.given(train, validation, set(tested), Duplicates.ALLOW);
        Comparison comparison = Comparison.on(split, TaskKind.REGRESSION);
        comparison.addSimpleMethods(List.of(Training.seed(1)));
        Caught.by("(?i)duplicate|same molecule|overlap", Caught.conclude(comparison.card("alkanes")), "C(CCC)C");
    }

    private static MoleculeSet chains(String head, int shortest, int longest) {
        return set(IntStream.rangeClosed(shortest, longest).mapToObj(carbons -> "C".repeat(carbons) + head).toList());
    }

    private static MoleculeSet set(List<String> smiles) {
        return MoleculeSet.of(smiles, List.of("boiling"), smiles.stream().mapToDouble(each -> 300 + 20 * each.length()).toArray());
    }

    /**
     * A mask of its own for each of two overlapping windows, laid side by side: what one hides, the other shows. The columns of the second
     * window are those of the first, with other holes.
     */
    @Test
    void aMaskDrawnForEachWindow() throws IOException {
        Random random = new Random(4);
        MadeSeries cells = MadeSeries.plant(ROWS, 3);
        MadeSeries windows = MadeSeries.empty(ROWS);
        for (int window = 0; window < 2; window++) {
            for (int s = 0; s < cells.width(); s++) {
                double[] values = cells.column(s).clone();
                IntStream.range(0, ROWS).filter(t -> random.nextInt(5) == 0).forEach(t -> values[t] = Double.NaN);
                windows.with("window" + window + ".series" + s, values);
            }
        }
        Path data = windows.write(folder.resolve("windows.csv"));
        Run run = Run.of("impute", "evaluate", "--data", data.toString(), "--model", "nearest-nodes", "--pattern", "points:0.2");
        Caught.by("(?i)duplicate|identical|same|twin|copy", run, "window0.series0", "window1.series0", "window0.series2", "window1.series2");
    }

    /** A graph of correlations was learnt from the whole table; then some of its values are hidden and filled with that graph. */
    @Test
    void aGraphLearntFromTheHiddenValues() throws IOException {
        Path data = MadeSeries.plant(ROWS, 5).write(folder.resolve("cells.csv"));
        Path graph = folder.resolve("graph.trivium");
        Run fit = Run.of("impute", "fit", "--data", data.toString(), "--model", "nearest-nodes", "--out", graph.toString());
        assertEquals(0, fit.code(), fit.err());
        Run run = Run.of("impute", "evaluate", "--data", data.toString(), "--model", graph.toString(), "--pattern", "points:0.2");
        Caught.by("(?i)hidden|other values|fitted", run, "graph.trivium");
    }
}
