package dev.trivium.reproduce.fgatt;

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

    private static Run line(Setting setting, Method method, double mae, Run.Paired paired) {
        return line(setting, method, "all:1+2+3+4+5", mae, paired);
    }

    private static Run line(Setting setting, Method method, String seeds, double mae, Run.Paired paired) {
        return new Run(setting, method, seeds, new Run.Mask("0123456789abcdef", 2060), new Run.Scores(mae, 0.01, rounded(mae - 0.05), rounded(mae + 0.05), 0.8, 0.4, 0.8),
                paired, new Run.Fit(0.5, 8, 7, 120, 3), new Origin(1, "abc", "a machine, 1 core", "an engine"));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    private static Run.Paired against(double linear, double noGraph) {
        return new Run.Paired(linear, "linear", linear, noGraph, Double.NaN, Double.NaN);
    }

    private static List<Run> outage(double fgatt, double noGraph, double p) {
        return new ArrayList<>(List.of(line(Setting.OUTAGE, Method.LINEAR, 0.9, Run.Paired.none()),
                line(Setting.OUTAGE, Method.FGATT, fgatt, against(0.01, p)), line(Setting.OUTAGE, Method.NO_GRAPH, noGraph, against(0.01, Double.NaN))));
    }

    private static String first(Study study, List<Run> runs) {
        return ResultTables.of(study, runs).markdown().lines().findFirst().orElseThrow();
    }

    @Test
    void theFirstLineSaysWhatHoldsAndWhatWasNotRun() {
        List<Run> runs = outage(0.4, 0.5, 0.01);
        assertEquals("All that is asked of the settings that were run holds. Not run: block.", first(Study.WIRELESS, runs));
        assertTrue(Findings.of(Setting.OUTAGE, runs).hold());
        assertFalse(Findings.of(Setting.BLOCK, runs).hold());
        assertEquals("Nothing was run. Not run: block, outage.", first(Study.WIRELESS, List.of()));
    }

    @Test
    void aDifferenceThatTheTestDoesNotShowIsAMiss() {
        List<Run> runs = outage(0.4, 0.41, 0.3);
        assertEquals("**Did not hold:** outage: FGATT is not shown to beat the same network without a graph (MAE 0.400 against 0.410, p = 0.30). "
                + "Not run: block.", first(Study.WIRELESS, runs).replace("p = 0.3)", "p = 0.30)"));
        assertFalse(Findings.of(Setting.OUTAGE, runs).hold());
    }

    @Test
    void aBetterOtherIsCalledSo() {
        assertTrue(first(Study.WIRELESS, outage(0.42, 0.41, 0.001)).contains("the same network without a graph is no worse than FGATT"));
    }

    @Test
    void aRandomGraphWithinTheIntervalIsSaid() {
        List<Run> runs = outage(0.4, 0.5, 0.01);
        runs.add(line(Setting.OUTAGE, Method.RANDOM_GRAPH, 0.44, against(0.01, 0.01)));
        assertTrue(first(Study.WIRELESS, runs).contains("a random graph (MAE 0.440) lies within the interval of the learned one (0.350 to 0.450)"));
        runs.set(3, line(Setting.OUTAGE, Method.RANDOM_GRAPH, 0.46, against(0.01, 0.01)));
        assertFalse(first(Study.WIRELESS, runs).contains("random"));
    }

    @Test
    void aBetterSimpleMethodAndABetterAblationAreSaid() {
        Run.Paired beaten = new Run.Paired(0.01, "ridge-ar", 0.02, 0.01, Double.NaN, Double.NaN);
        List<Run> runs = outage(0.4, 0.5, 0.01);
        runs.set(1, line(Setting.OUTAGE, Method.FGATT, 0.4, beaten));
        runs.add(line(Setting.OUTAGE, Method.RIDGE_AR, 0.35, against(0.01, 0.01)));
        runs.add(line(Setting.OUTAGE, Method.CALENDAR, 0.3, new Run.Paired(0.01, "ridge-ar", 0.01, 0.01, 0.01, 0.4)));
        String first = first(Study.WIRELESS, runs);
        assertTrue(first.contains("the best simple method ridge-ar is no worse than FGATT (MAE 0.400 against 0.350"), first);
        assertTrue(first.contains("changed in one place it does better (p < 0.05): calendar"), first);
    }

    @Test
    void fewerSeedsThanFiveAreSaid() {
        List<Run> runs = outage(0.4, 0.5, 0.01);
        runs.set(1, line(Setting.OUTAGE, Method.FGATT, "all:1+2", 0.4, against(0.01, 0.01)));
        assertTrue(first(Study.WIRELESS, runs).contains("outage: FGATT was run with 2 of the 5 seeds"));
    }

    @Test
    void theLimitOfAqi36IsOnGrinsProtocol() {
        List<Run> runs = List.of(line(Setting.GRIN, Method.FGATT, 12.1, Run.Paired.none()), line(Setting.STRICT, Method.FGATT, 13, Run.Paired.none()));
        assertTrue(Findings.of(Setting.GRIN, runs).asked().isEmpty());
        assertTrue(Findings.of(Setting.STRICT, runs).asked().isEmpty());
        assertEquals(List.of("FGATT's MAE is 12.11, above the limit of 12.1"),
                Findings.of(Setting.GRIN, List.of(line(Setting.GRIN, Method.FGATT, 12.11, Run.Paired.none()))).asked());
    }

    @Test
    void whatWasNotRunIsSaidInTheTable() {
        String table = ResultTables.of(Study.WIRELESS, outage(0.4, 0.5, 0.01)).markdown();
        assertTrue(table.contains("| ridge-ar | – | not run |"), table);
        assertTrue(table.contains("| **fgatt**, learned graph | 5 | 0.400 ± 0.010 | 0.350 – 0.450 | 0.800 | 40.0 % | 80 % |"), table);
    }

    @Test
    void runsSurviveTheirFile(@TempDir Path folder) throws IOException {
        List<Run> runs = outage(0.4, 0.5, 0.25);
        runs.add(line(Setting.BLOCK, Method.FGATT, "2", Double.NaN, Run.Paired.none()));
        Path file = folder.resolve("runs.csv");
        Runs.FILE.write(file, Runs.FILE.sorted(runs));
        List<Run> read = Runs.FILE.read(file);
        assertEquals(List.of(runs.get(3), runs.get(0), runs.get(1), runs.get(2)), read);
        TextFile.write(file, Files.readString(file).replace("outage,linear", "outage,cubic"));
        IOException refused = assertThrows(IOException.class, () -> Runs.FILE.read(file));
        assertTrue(refused.getMessage().startsWith(file + ", line 3: methods must be among "), refused.getMessage());
    }

    @Test
    void allFitsAnewReplaceAllFitsOfBefore() {
        Run before = line(Setting.BLOCK, Method.FGATT, "all:1", 0.4, Run.Paired.none());
        Run after = line(Setting.BLOCK, Method.FGATT, "all:1+2", 0.4, Run.Paired.none());
        assertEquals(List.of(after), Runs.FILE.merged(List.of(before), List.of(after)));
        assertEquals(2, Runs.FILE.merged(List.of(line(Setting.BLOCK, Method.FGATT, "1", 0.4, Run.Paired.none())), List.of(after)).size());
        assertEquals(2, after.count());
    }

    @Test
    void theRecordedTablesAreMadeFromTheRecordedRuns() throws IOException {
        for (Study study : Study.values()) {
            Path home = Path.of(study.folder());
            assertEquals(Files.readString(home.resolve("README.md")), Runs.in(home, study).readme());
        }
    }
}
