package dev.trivium.reproduce.molgraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.reproduce.record.Origin;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTablesTest {

    private static Run run(Benchmark benchmark, String split, Method method, String seeds, double score) {
        return new Run(benchmark, split, method, seeds, new Run.Sizes(902, 113, 113, 0), new Run.Scores(score, 0.4, 0.9),
                new Run.Fit(0.5, 100, 72, 104.2), new Origin(1, "abc", "a machine, 1 core", "an engine"));
    }

    private static List<Run> threeSplits(Benchmark benchmark, Method method, double... scores) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            runs.add(run(benchmark, Integer.toString(i + 1), method, "1", scores[i]));
        }
        return runs;
    }

    @Test
    void aMeanIsOverSplitsAndOfEachOverSeeds() {
        List<Run> runs = new ArrayList<>(threeSplits(Benchmark.ESOL, Method.MOLGRAPH_XLSTM, 0.5, 0.6, 0.7));
        runs.add(run(Benchmark.ESOL, "1", Method.MOLGRAPH_XLSTM, "2", 0.7));
        runs.add(run(Benchmark.ESOL, "1", Method.MOLGRAPH_XLSTM, "1+2", 0.1));
        Summary summary = Summary.of(runs, Benchmark.ESOL, Method.MOLGRAPH_XLSTM, false, Run.Scores::first);
        assertEquals("0.633 ± 0.058", summary.text());
    }

    @Test
    void twoSplitsOfThreeAreNotARun() {
        List<Run> runs = threeSplits(Benchmark.ESOL, Method.MOLGRAPH_XLSTM, 0.5, 0.6);
        assertTrue(ResultTables.of(runs).markdown().contains("| ESOL | RMSE | 0.527 ± 0.046 (second-hand) | HiGNN 0.570 | not run |"));
        assertFalse(Limit.of(Benchmark.ESOL, runs).holds());
    }

    @Test
    void theFirstLineSaysWhatIsMissedAndWhatASimpleMethodDoesBetter() {
        List<Run> runs = new ArrayList<>(threeSplits(Benchmark.BACE, Method.MOLGRAPH_XLSTM, 0.70, 0.71, 0.72));
        runs.addAll(threeSplits(Benchmark.BACE, Method.ECFP4_FOREST, 0.80, 0.82, 0.84));
        String first = ResultTables.of(runs).markdown().lines().findFirst().orElseThrow();
        assertEquals("**Missed:** BACE (AUROC 0.7100, at least 0.8000, the ECFP4 forest's less one standard deviation: MISSED). "
                + "A simple method has the better mean on BACE (random-forest-ecfp4).", first);
    }

    @Test
    void aScoreWithinOneDeviationOfTheForestHolds() {
        List<Run> runs = new ArrayList<>(threeSplits(Benchmark.BACE, Method.MOLGRAPH_XLSTM, 0.80, 0.80, 0.81));
        runs.addAll(threeSplits(Benchmark.BACE, Method.ECFP4_FOREST, 0.80, 0.82, 0.84));
        assertTrue(Limit.of(Benchmark.BACE, runs).holds());
    }

    @Test
    void runsSurviveTheirFile(@TempDir Path folder) throws IOException {
        List<Run> runs = threeSplits(Benchmark.FREESOLV, Method.TRAIN_MEAN, 3.5, Double.NaN, 3.25);
        Path file = folder.resolve("runs.csv");
        Runs.FILE.write(file, runs);
        assertEquals(runs, Runs.FILE.read(file));
        TextFile.write(file, Files.readString(file).replace("FREESOLV,2", "FREEZE,2"));
        IOException refused = assertThrows(IOException.class, () -> Runs.FILE.read(file));
        assertTrue(refused.getMessage().startsWith(file + ", line 3: sets must be among "), refused.getMessage());
    }

    @Test
    void answersSurviveTheirFileAndAreAveragedOverSeeds(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("answers.csv");
        AnswersFile.write(file, new Answers(new double[] {0.25, Double.NaN, 1e-17, 0.5}), 2);
        Answers read = AnswersFile.read(file, 4).orElseThrow();
        assertEquals(Double.NaN, read.values()[1]);
        assertEquals(1e-17, read.values()[2]);
        assertTrue(AnswersFile.read(file, 6).isEmpty());
        assertEquals(0.375, Answers.mean(List.of(read, new Answers(new double[] {0.5, 1, 0, 0}))).values()[0]);
    }

    @Test
    void theRecordedTablesAreMadeFromTheRecordedRuns() throws IOException {
        Path home = Path.of("molgraph-moleculenet");
        assertEquals(Files.readString(home.resolve("README.md")), Runs.in(home).readme());
    }
}
