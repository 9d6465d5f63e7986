package dev.trivium.evaluation.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.metric.RowResamples;
import dev.trivium.evaluation.scorecard.MethodKind;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
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
