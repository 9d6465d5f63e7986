package dev.trivium.reproduce.timetracker.zeroshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.reproduce.record.Origin;
import dev.trivium.reproduce.record.Program;
import dev.trivium.reproduce.record.RunsFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTablesTest {

    private static final Path HOME = Path.of("timetracker-zeroshot"); // tests run in the folder of the module

    private static List<StudySet> sets() throws IOException {
        return SettingsFile.read(HOME.resolve("settings.csv")).subList(0, 2);
    }

    private static Run run(String set, Method method, double mase, double coverage) {
        return new Run(set, method, new Run.Targets(112, 7, List.of(), 75264, 0), new Run.Scores(mase, mase / 2, coverage), new Run.Cost(1, 2), "",
                new Origin(1, "abc", "a machine", "an engine"));
    }

    private static List<Run> runs(double first, double second, double coverage) {
        return new ArrayList<>(List.of(run("ETTh1", Method.SEASONAL_NAIVE, 2, 0.8), run("ETTh2", Method.SEASONAL_NAIVE, 4, 0.8),
                run("ETTh1", Method.SIMPLE_AVERAGE, 1.9, 0.8), run("ETTh2", Method.SIMPLE_AVERAGE, 3.8, 0.8),
                run("ETTh1", Method.ZERO_SHOT, 2 * first, coverage), run("ETTh2", Method.ZERO_SHOT, 4 * second, coverage)));
    }

    private static String first(List<Run> runs) throws IOException {
        return ResultTables.of(sets(), runs).markdown().lines().findFirst().orElseThrow();
    }

    @Test
    void theFirstLineSaysThatTheAimsHold() throws IOException {
        assertEquals("All that is asked without fitting holds: MASE relative to seasonal naive 0.800 in geometric mean over 2 sets (plain average of simple methods 0.950), "
                + "80 % intervals cover 79.0 %.", first(runs(0.64, 1.0, 0.79)));
        assertTrue(Findings.of(sets(), runs(0.64, 1.0, 0.79)).hold());
    }

    @Test
    void everyMissedAimIsSaid() throws IOException {
        List<Run> runs = runs(0.9, 1.2, 0.7);
        assertEquals(List.of("the geometric mean of MASE relative to seasonal naive is 1.039, above 0.90", "ETTh2 has a ratio of 1.200, above 1.10",
                "80 % intervals cover 70.0 % on average, not 75 to 85 %", "it is no better than the plain average of simple methods: 1.039 against 0.950"),
                Findings.of(sets(), runs).missed());
        assertTrue(first(runs).startsWith("**Did not hold:** the geometric mean"));
        assertFalse(Findings.of(sets(), runs).hold());
    }

    @Test
    void setsThatWereNotRunAreSaidAndDoNotHold() throws IOException {
        assertEquals("Time Tracker was not run.", first(runs(1, 1, 1).subList(0, 4)));
        List<Run> runs = runs(0.8, 0.8, 0.8);
        runs.remove(5);
        assertTrue(first(runs).endsWith("Not run: ETTh2."), first(runs));
        assertFalse(Findings.of(sets(), runs).hold());
    }

    @Test
    void aMethodThatCouldNotRunHasItsReasonAndTheMeanIsOverWhatAllRan() throws IOException {
        List<Run> runs = runs(0.5, 0.8, 0.8);
        runs.add(run("ETTh1", Method.FEW_SHOT, 1, 0.8));
        runs.add(new Run("ETTh2", Method.FEW_SHOT, new Run.Targets(112, 7, List.of(), 75264, 0), Run.Scores.none(), new Run.Cost(Double.NaN, Double.NaN),
                "too few rows", new Origin(1, "abc", "a machine", "an engine")));
        String table = ResultTables.of(sets(), runs).markdown();
        assertTrue(table.contains("- ETTh2, timetracker-few: not run, too few rows\n"), table);
        assertTrue(table.contains("| geometric mean, all sets | 1.000 | 0.950 | 0.632 | – |\n"), table);
        assertTrue(table.contains("| geometric mean, the 1 sets that all ran | 1.000 | 0.950 | 0.500 | 0.500 |\n"), table);
    }

    @Test
    void runsSurviveTheirFileAndReplaceThoseOfTheSameSetAndMethod(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("runs.csv");
        List<Run> runs = runs(0.5, 0.75, 0.8);
        runs.set(0, new Run("ETTh1", Method.SEASONAL_NAIVE, new Run.Targets(1, 2, List.of("a b", "c"), 3, 4), Run.Scores.none(),
                new Run.Cost(Double.NaN, 2), "a, \"note\"", new Origin(1, "abc", "a machine", "an engine")));
        RunsFile<Run> format = Runs.file(sets());
        format.write(file, format.sorted(runs));
        List<Run> read = format.read(file);
        assertEquals(List.of(runs.get(0), runs.get(2), runs.get(4), runs.get(1), runs.get(3), runs.get(5)), read);
        List<Run> merged = format.merged(read, List.of(run("ETTh1", Method.ZERO_SHOT, 9, 0.5)));
        assertEquals(6, merged.size());
        assertEquals(9, merged.get(2).scores().mase());
        Files.writeString(file, Files.readString(file).replace("ETTh1,timetracker", "ETTh1,crystal-ball"));
        assertTrue(assertThrows(IOException.class, () -> format.read(file)).getMessage().startsWith(file + ", line 4: methods must be among "));
    }

    @Test
    void theReadmeOfTheRepositoryIsMadeFromItsExpectedFigures() throws IOException {
        List<StudySet> all = SettingsFile.read(HOME.resolve("settings.csv"));
        assertEquals(Files.readString(HOME.resolve("README.md")), Runs.in(HOME, all).readme());
    }

    @Test
    void unknownSetsAndMethodsAreRefused(@TempDir Path folder) throws IOException {
        assertTrue(refused(folder, "--sets", "ETTh9").contains("--sets must be among [ETTh1, "));
        assertTrue(refused(folder, "--methods", "oracle").contains("--methods must be among [last-value, "));
    }

    private static String refused(Path folder, String... arguments) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(errors, true, StandardCharsets.UTF_8);
        String[] all = Stream.concat(Stream.of("--out", folder.toString(), "--home", HOME.toString()),
                Arrays.stream(arguments)).toArray(String[]::new);
        assertEquals(2, Program.run(Reproduction::new, stream, stream, all));
        return errors.toString(StandardCharsets.UTF_8);
    }
}
