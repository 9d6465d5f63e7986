package dev.trivium.reproduce.timetracker.finetune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.reproduce.record.Origin;
import dev.trivium.timeseries.timetracker.FineTuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTableTest {

    private static final Path HOME = Path.of("timetracker-finetune").toAbsolutePath(); // tests run in the folder of the module

    private static Run run(Setting.Origin start, double share, long seed, double mse) {
        return new Run(new Setting("ETTh1", start, share), seed, 2785, mse, 0.4, new Run.Fit(7, 4, 60), new Origin(1, "abc", "a machine", "an engine"));
    }

    private static List<Run> runs(double full, double random, double few, double fewRandom) {
        return new ArrayList<>(List.of(run(Setting.Origin.SHIPPED, 1, 1, full), run(Setting.Origin.RANDOM, 1, 1, random),
                run(Setting.Origin.SHIPPED, 0.05, 1, few), run(Setting.Origin.RANDOM, 0.05, 1, fewRandom)));
    }

    private static List<String> missed(List<Run> runs) {
        return new ResultTable(Map.of("ETTh1", 0.376), runs).missed();
    }

    @Test
    void whatIsAskedHoldsOrIsSaidNotTo() {
        assertEquals(List.of(), missed(runs(0.386, 0.386, 0.40, 0.41)));
        assertEquals(List.of("ETTh1: MSE 0.3870, more than 0.01 above WaveRoRA's 0.3760",
                "ETTh1: the shipped start is worse than a random one, MSE 0.3870 against 0.3860",
                "ETTh1: with 5 % of the windows the shipped start is no better than a random one, MSE 0.4100 against 0.4100"),
                missed(runs(0.387, 0.386, 0.41, 0.41)));
        assertEquals(List.of("ETTh1 was not run in full"), missed(runs(0.3, 0.4, 0.4, 0.5).subList(0, 3)));
    }

    @Test
    void seedsAreAveraged() {
        List<Run> runs = runs(0.37, 0.38, 0.40, 0.41);
        runs.add(run(Setting.Origin.SHIPPED, 1, 2, 0.38));
        String table = new ResultTable(Map.of("ETTh1", 0.376), runs).markdown();
        assertTrue(table.contains("| ETTh1 | all | shipped | 0.3750 ± 0.0071 | 0.4000 | 2 | 7 (4), 7 (4) | 60 | 0.3760 |\n"), table);
    }

    @Test
    void runsSurviveTheirFileAndReplaceThoseOfTheSameSeed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("runs.csv");
        List<Run> runs = runs(0.37, 0.38, 0.40, 0.41);
        Runs.FILE.write(file, Runs.FILE.sorted(runs));
        assertEquals(runs, Runs.FILE.read(file));
        List<Run> merged = Runs.FILE.merged(runs, List.of(run(Setting.Origin.SHIPPED, 1, 1, 0.1)));
        assertEquals(4, merged.size());
        assertEquals(0.1, merged.get(0).mse());
        Files.writeString(file, Files.readString(file).replace("ETTh1,shipped,1.0", "ETTh1,luck,1.0"));
        assertEquals(file + ", line 2: starts must be among [shipped, random], got luck",
                assertThrows(IOException.class, () -> Runs.FILE.read(file)).getMessage());
    }

    @Test
    void waveRorasFiguresAreThoseRecorded() throws IOException {
        Map<String, Double> figures = Runs.waverora(HOME);
        assertEquals(List.of("ETTh1", "ETTh2"), List.copyOf(figures.keySet()));
        assertEquals(0.3761, figures.get("ETTh1"), 1e-4);
    }

    @Test
    void fewWindowsHaveMoreEpochs() {
        FineTuning few = Reproduction.tuning(0.05);
        assertTrue(few.epochs() > Reproduction.tuning(1).epochs() && few.share() == 0.05);
        assertEquals(2e-4, few.rate() * few.factor(), 1e-18);
    }

    @Test
    void theReadmeOfTheRepositoryIsMadeFromItsExpectedFigures() throws IOException {
        assertEquals(Files.readString(HOME.resolve("README.md")), Runs.in(HOME).readme());
    }
}
