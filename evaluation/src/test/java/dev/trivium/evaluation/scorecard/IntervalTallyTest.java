package dev.trivium.evaluation.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.metric.ScoredSeries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalTallyTest {

    private static final int H = Cards.HORIZON;
    private static final List<ScoredSeries> SERIES = List.of(new ScoredSeries("flow", "m3/h", 2, 1), new ScoredSeries("pressure", "", 10, 1));

    /** Intervals of half widths that should hold 60 % and 90 % of values in [-1, 1), around zero. */
    private static IntervalTally tally(String variant, long seed, double stretch, double[] found) {
        SplittableRandom random = new SplittableRandom(seed);
        IntervalTally tally = new IntervalTally(variant, List.of(0.6, 0.9), H, SERIES);
        for (int part = 0; part < 2; part++) {
            double[] actual = random.doubles((long) Cards.WINDOWS / 2 * H * 2, -1, 1).map(v -> v > 0.995 ? Double.NaN : v).toArray();
            List<double[]> ends = new ArrayList<>();
            for (double end : new double[] {-0.9, -0.6, 0.6, 0.9}) {
                double[] all = new double[actual.length];
                Arrays.fill(all, end * stretch);
                ends.add(all);
            }
            tally.add(ends, actual);
            for (int i = 0; i < actual.length; i++) {
                if (!Double.isNaN(actual[i])) {
                    int step = i / 2 % H;
                    found[0]++;
                    found[1] += Math.abs(actual[i]) <= 0.6 * stretch ? 1 : 0;
                    found[2] += step == 3 ? 1 : 0;
                    found[3] += step == 3 && Math.abs(actual[i]) <= 0.9 * stretch ? 1 : 0;
                    found[4] += i % 2 == 1 ? 1 : 0;
                    found[5] += i % 2 == 1 && Math.abs(actual[i]) <= 0.9 * stretch ? 1 : 0;
                }
            }
        }
        return tally;
    }

    private static ScoreCard card() {
        List<MethodRun> runs = new ArrayList<>(Cards.runs(0.7, 0.1));
        MethodRun model = runs.remove(runs.size() - 1);
        double[] unused = new double[6];
        runs.add(new MethodRun(model.method(), model.errors(), List.of(List.of(tally("fixed", 1, 0.8, unused), tally("fixed", 2, 0.8, unused)),
                List.of(tally("adaptive", 1, 1, unused), tally("adaptive", 2, 1, unused)))));
        MethodRun naive = runs.remove(0);
        runs.add(0, new MethodRun(naive.method(), naive.errors(), List.of(List.of(tally("fixed", 3, 1, unused)))));
        return ScoreCard.of("WaveRoRA on a made series", Cards.setting(), Cards.coverage(), Cards.bootstrap(), runs);
    }

    @Test
    void sharesAndWidthsAreThoseOfAPlainLoop() {
        double[] found = new double[6];
        List<IntervalCoverage> coverage = IntervalTally.coverage(List.of(tally("fixed", 1, 1, found)), Cards.bootstrap());
        assertEquals(2, coverage.size());
        assertEquals(0.6, coverage.get(0).nominal());
        assertEquals(found[1] / found[0], coverage.get(0).overall().share(), 1e-12);
        assertEquals(Math.round(found[0]), coverage.get(0).overall().points());
        assertEquals(found[3] / found[2], coverage.get(1).steps().get(3).share(), 1e-12);
        assertEquals(found[5] / found[4], coverage.get(1).series().get(1).share(), 1e-12);
        assertEquals("pressure", coverage.get(1).series().get(1).name());
        assertEquals(1.8, coverage.get(1).series().get(1).width(), 1e-12, "in the unit of the series");
        assertEquals(1.2 * (found[0] - found[4]) / found[0] / 2 + 1.2 * found[4] / found[0] / 10, coverage.get(0).overall().width(), 1e-12);
        assertTrue(coverage.get(0).overall().interval().contains(0.6));
        assertFalse(coverage.get(0).steps().get(0).interval().known());
        assertEquals(List.of("step 1", "step 2", "steps 3-4", "steps 5-6", "steps 7-8"), coverage.get(0).groups().stream().map(CoverageRow::name).toList());
    }

    @Test
    void seedsAreAveraged() {
        double[] found = new double[6];
        List<IntervalTally> runs = List.of(tally("fixed", 1, 1, found), tally("fixed", 2, 1, found));
        assertEquals(found[1] / found[0], IntervalTally.coverage(runs, Cards.bootstrap()).get(0).overall().share(), 1e-3);
    }

    @Test
    void everyStepIsInOneGroup() {
        for (int horizon = 1; horizon <= 100; horizon++) {
            int next = 0;
            for (int[] group : IntervalTally.stepGroups(horizon)) {
                assertEquals(next, group[0]);
                assertTrue(group[1] > group[0]);
                next = group[1];
            }
            assertEquals(horizon, next);
        }
    }

    @Test
    void theCardSaysHowManyFellInsideAndWhatIsOff() {
        String text = card().text();
        assertTrue(text.contains("\nShare of values inside the intervals, and mean width in standard deviations of the series\n"), text);
        assertTrue(text.contains("  last value fixed"), text);
        assertTrue(text.contains("WaveRoRA, fixed: Intervals of 60 % hold 4"), text);
        assertTrue(text.contains("they are too narrow."), text);
        assertFalse(text.contains("WaveRoRA, adaptive: Intervals"), text);
        assertTrue(text.replaceAll("\\s+", " ").contains("Intervals of 60 % are off by more than 5 points in 2 of 2 series, most in "), text);
        text.lines().forEach(line -> assertTrue(line.length() <= 100, line.length() + ": " + line));
        assertFalse(Cards.card(0.7, 0.1).text().contains("Share of values inside"), "nothing where there are none");
    }

    @Test
    void jsonAndCsvHoldThemAll() throws IOException {
        ScoreCard card = card();
        assertEquals(card, ScoreCard.parse(card.json()));
        List<String> lines = card.csv().lines().filter(line -> line.contains("coverage_90_adaptive")).toList();
        assertEquals(1 + 5 + 6 + 2, lines.size()); // all, groups, steps that are no group, series
        assertTrue(lines.get(0).startsWith("WaveRoRA,model,all,,coverage_90_adaptive,0."), lines.get(0));
        assertTrue(card.csv().contains("WaveRoRA,model,series pressure,natural,width_60_fixed,0.96"), "1.2 × 0.8");
    }

    @Test
    void wrongShapesAreRefused() {
        IntervalTally tally = new IntervalTally("fixed", List.of(0.6, 0.9), H, SERIES);
        assertEquals("ends must be 4 arrays of whole windows of 16 values, as many as came, got 1 and 16 values",
                assertThrows(IllegalArgumentException.class, () -> tally.add(List.of(new double[16]), new double[16])).getMessage());
        Method method = Cards.runs(1, 0).get(0).method();
        assertEquals("tallies must have one entry per seed (1) of last value, got 0", assertThrows(IllegalArgumentException.class,
                () -> new MethodRun(method, List.of(Cards.errors(1, 0, 1)), List.of(List.of()))).getMessage());
    }
}
