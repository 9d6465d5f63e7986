package dev.trivium.evaluation.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.metric.Bootstrap;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.metric.RowResamples;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedGapTest {

    private final GapTargets targets = GapCards.targets();

    @Test
    void alikeMethodsAreSeldomToldApart() {
        int alarms = 0;
        int missed = 0;
        int trials = 120;
        for (int i = 0; i < trials; i++) {
            PairedGap paired = PairedGap.of(GapCards.run(targets, "a", MethodKind.MODEL, 1, 1, 2 * i), GapCards.run(targets, "b",
                    MethodKind.MODEL, 1, 1, 2 * i + 1), GapCards.RESAMPLES);
            alarms += paired.p() < 0.05 ? 1 : 0;
            missed += paired.interval().contains(0) ? 0 : 1;
        }
        assertTrue(alarms <= 0.11 * trials, alarms + " of " + trials);
        assertTrue(missed <= 0.13 * trials, missed + " of " + trials);
    }

    @Test
    void aMethodIsNotToldApartFromItself() {
        GapRun run = GapCards.run(targets, "a", MethodKind.MODEL, 1, 1, 1);
        PairedGap paired = PairedGap.of(run, run, GapCards.RESAMPLES);
        assertEquals(0, paired.difference());
        assertEquals(1, paired.p());
    }

    @Test
    void ofFewBlocksAllFlipsAreCounted() {
        RowResamples eight = new RowResamples(new Bootstrap(100, 10, 0.95, 1), 85);
        GapTargets cells = zeros(85);
        GapRun perfect = constant(cells, "perfect", row -> 0);
        assertEquals(2 / 256.0, PairedGap.of(perfect, constant(cells, "off", row -> 1), eight).p());
        // seven blocks of -10 and a last of 10 + 5 rows: as far from 0 as -55 are
        GapRun mixed = constant(cells, "mixed", row -> row < 70 ? 1 : 0);
        GapRun worseAtTheEnd = constant(cells, "end", row -> row < 70 ? 0 : 1);
        PairedGap paired = PairedGap.of(worseAtTheEnd, mixed, eight);
        assertEquals((15 - 70) / 85.0, paired.difference(), 1e-12);
        assertEquals((4 + 14) / 256.0, paired.p()); // seven signs alike and any last, or one of seven against the others and the last with them
    }

    @Test
    void fewerThanSixBlocksAreNotTested() {
        GapTargets cells = zeros(59);
        PairedGap paired = PairedGap.of(constant(cells, "a", row -> 0), constant(cells, "b", row -> 1),
                new RowResamples(new Bootstrap(100, 10, 0.95, 1), 59));
        assertTrue(Double.isNaN(paired.p()));
        assertFalse(paired.isBetter());
    }

    /** One cell in each row, its true value 0. */
    private static GapTargets zeros(int rows) {
        int[] ones = new int[rows];
        Arrays.fill(ones, 1);
        return new GapTargets(rows, List.of("north"), "°C", IntStream.range(0, rows).toArray(), new int[rows], ones, new double[rows],
                new double[] {1});
    }

    private static GapRun constant(GapTargets cells, String name, IntToDoubleFunction error) {
        double[] values = IntStream.range(0, cells.rows()).mapToDouble(error).toArray();
        return new GapRun(new Method(name, MethodKind.MODEL, List.of(), new Cost(1, 1, 400), ""),
                List.of(new GapEstimates(cells, values, values, values, 0.9)));
    }

    @Test
    void theIntervalOfARatioCoversItsValue() {
        SplittableRandom random = new SplittableRandom(3);
        int covered = 0;
        for (int i = 0; i < 200; i++) {
            double[] sums = random.doubles(200, 0, 2).toArray();
            double[] ones = DoubleStream.generate(() -> 1).limit(200).toArray();
            Interval interval = RowResamples.standard(200, 10, i).interval(totals -> totals[0] / totals[1], sums, ones);
            covered += interval.contains(1) ? 1 : 0;
        }
        assertTrue(covered >= 180, covered + " of 200");
    }
}
