package dev.trivium.evaluation.conformal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.metric.RowResamples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoverageRowTest {

    @Test
    void independentPointsHaveWilsonsInterval() {
        CoverageRow row = CoverageRow.independent("all", 100, 80, 250);
        assertEquals(0.8, row.share());
        assertEquals(2.5, row.width());
        assertEquals(0.7112, row.interval().low(), 1e-4); // as in tables
        assertEquals(0.8666, row.interval().high(), 1e-4);
        assertEquals(7 / (7 + 3.841459), CoverageRow.independent("few", 7, 7, 7).interval().low(), 1e-6);
        assertEquals(1, CoverageRow.independent("few", 7, 7, 7).interval().high());
        assertTrue(Double.isNaN(CoverageRow.independent("none", 0, 0, 0).share()));
    }

    @Test
    void missesThatComeInRunsWidenTheInterval() {
        int rows = 2000;
        double[] inside = new double[rows];
        Arrays.setAll(inside, t -> t / 50 % 5 == 0 ? 0 : 1); // 80 %, in runs of 50
        double[] points = new double[rows];
        Arrays.fill(points, 1);
        RowResamples blocks = RowResamples.standard(rows, 100, 1);
        CoverageRow inTime = CoverageRow.inTime("all", inside, points, 3.0 * rows, blocks);
        CoverageRow alone = CoverageRow.independent("all", rows, 1600, 3.0 * rows);
        assertEquals(0.8, inTime.share(), 1e-12);
        assertEquals(3, inTime.width(), 1e-12);
        assertTrue(inTime.interval().contains(0.8));
        assertTrue(inTime.interval().high() - inTime.interval().low() > 2 * (alone.interval().high() - alone.interval().low()));
        assertFalse(CoverageRow.inTime("few", new double[9], new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, 9, RowResamples.standard(9, 1, 1))
                .interval().known());
        assertEquals(0, CoverageRow.inTime("none", new double[rows], new double[rows], 0, blocks).points());
    }

    @Test
    void blocksHoldTheTrueShareAboutAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(3);
        int held = 0;
        for (int run = 0; run < 100; run++) {
            double[] inside = new double[1500];
            double[] points = new double[1500];
            Arrays.fill(points, 1);
            boolean in = true;
            for (int t = 0; t < inside.length; t++) { // a chain that stays with 0.9 and is inside for 0.8 of the time
                in = random.nextDouble() < 0.9 ? in : random.nextDouble() < 0.8;
                inside[t] = in ? 1 : 0;
            }
            held += CoverageRow.inTime("all", inside, points, 1, RowResamples.standard(1500, 60, 1)).interval().contains(0.8) ? 1 : 0;
        }
        assertTrue(held >= 86, held + " of 100");
    }

    @Test
    void whereAllPointsAreInsideTheBlocksAreCountedAsTrials() {
        double[] all = new double[400];
        Arrays.fill(all, 7);
        CoverageRow row = CoverageRow.inTime("all", all, all, 1, RowResamples.standard(400, 20, 1)); // 20 blocks: 0.95 to the 20 is a third
        assertEquals(20 / (20 + 3.841459), row.interval().low(), 1e-6);
        assertEquals(1, row.interval().high());
        assertFalse(row.isOff(0.95));
        assertTrue(row.isOff(0.5));
        CoverageRow none = CoverageRow.inTime("all", new double[400], all, 1, RowResamples.standard(400, 20, 1));
        assertEquals(0, none.interval().low());
        assertEquals(1 - 20 / (20 + 3.841459), none.interval().high(), 1e-6);
    }

    @Test
    void whatIsOffIsSaidInWords() {
        CoverageRow narrow = CoverageRow.independent("all", 1000, 700, 1);
        assertEquals(Optional.of("Intervals of 80 % hold 70 % of all values (95 % confidence: 67.1 % to 72.8 %): they are too narrow."),
                narrow.sentence(0.8));
        CoverageRow wide = CoverageRow.independent("OT", 1000, 900, 1);
        assertEquals(Optional.of("Intervals of 80 % hold 90 % of the values of OT (95 % confidence: 88 % to 91.7 %): they are too wide."),
                wide.sentence(0.8));
        assertEquals(Optional.empty(), CoverageRow.independent("all", 1000, 800, 1).sentence(0.8));
        assertEquals(2, new CoverageTable(0.8, narrow, List.of(wide, CoverageRow.independent("none", 0, 0, 0))).sentences().size());
    }
}
