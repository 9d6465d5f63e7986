package dev.trivium.reproduce.fgatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.gap.GapSetting;
import dev.trivium.evaluation.gap.GapTargets;
import dev.trivium.reproduce.record.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final int ROWS = 192;
    private static final GapTargets TARGETS = targets(2);

    private static GapTargets targets(double truth) {
        int[] rows = IntStream.range(0, ROWS).toArray();
        double[] truths = new double[ROWS];
        Arrays.fill(truths, truth);
        int[] gaps = new int[ROWS];
        Arrays.fill(gaps, 1);
        return new GapTargets(ROWS, List.of("a"), "", rows, new int[ROWS], gaps, truths, new double[] {1});
    }

    /** A fill that is wrong by an error, with intervals of one to either side. */
    private static Filling off(double error) {
        Filling filling = new Filling(ROWS);
        for (int i = 0; i < ROWS; i++) {
            filling.add(2 + error, 1 + error, 3 + error);
        }
        return filling;
    }

    private static Run fit(Method method, String seed) {
        return new Run(Setting.BLOCK, method, seed, new Run.Mask("0123456789abcdef", ROWS), Run.Scores.unknown(), Run.Paired.none(),
                new Run.Fit(0.5, 8, 7, 120, 3), new Origin(1, "abc", "a machine, 1 core", "an engine"));
    }

    private static Comparison comparison() {
        return new Comparison(Setting.BLOCK, TARGETS, 24, new GapSetting("a set", "", "", "", ROWS, "", ""), Audit.none());
    }

    @Test
    void fitsAreScoredAloneAndTogetherAndTestedOnTheSeedsThatBothHave() {
        Comparison comparison = comparison();
        List<Run> runs = new ArrayList<>();
        add(comparison, runs, Method.LINEAR, 1, 0.5);
        add(comparison, runs, Method.FGATT, 1, 0.1);
        add(comparison, runs, Method.FGATT, 2, 0.3);
        add(comparison, runs, Method.SANDWICH, 1, 0.2);
        List<Run> lines = comparison.lines(runs);
        assertEquals(0.1, only(lines, Method.FGATT, "1").scores().mae(), 1e-12);
        Run together = only(lines, Method.FGATT, "all:1+2");
        assertEquals(0.2, together.scores().mae(), 1e-12);
        assertEquals(Math.sqrt(0.02), together.scores().deviation(), 1e-12);
        assertEquals(1, together.scores().coverage());
        assertEquals("linear", together.paired().bestSimple());
        assertTrue(together.paired().linear() < 0.05);
        Run sandwich = only(lines, Method.SANDWICH, "all:1");
        assertEquals(0.1, sandwich.paired().fgattMae(), 1e-12);
        assertTrue(sandwich.paired().fgatt() < 0.05);
        assertTrue(Double.isNaN(sandwich.paired().noGraph()));
        assertEquals(lines.size(), comparison.lines(lines).size());
    }

    private static void add(Comparison comparison, List<Run> runs, Method method, long seed, double error) {
        comparison.add(method, seed, off(error).estimates(TARGETS));
        runs.add(fit(method, Long.toString(seed)));
    }

    private static Run only(List<Run> lines, Method method, String seeds) {
        return lines.stream().filter(run -> run.method() == method && run.seeds().equals(seeds)).findFirst().orElseThrow();
    }

    @Test
    void withoutASimpleMethodNothingIsScored() {
        Comparison comparison = comparison();
        List<Run> runs = new ArrayList<>();
        add(comparison, runs, Method.FGATT, 1, 0.1);
        assertTrue(Double.isNaN(comparison.lines(runs).get(0).scores().mae()));
    }

    @Test
    void whatWasFilledSurvivesItsFileAndAFileOfOtherCellsIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cells.csv");
        off(0.25).write(file, TARGETS);
        assertEquals(0.25, Filling.read(file, TARGETS).orElseThrow().estimates(TARGETS).error(7), 1e-12);
        assertTrue(Filling.read(folder.resolve("none.csv"), TARGETS).isEmpty());
        IOException refused = assertThrows(IOException.class, () -> Filling.read(file, targets(3)));
        assertTrue(refused.getMessage().contains("line 2: must be a cell of this mask"), refused.getMessage());
    }
}
