package dev.trivium.evaluation.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrialChartTest {

    private static final double[] SCORES = {0.5, 0.6, Double.NaN, 0.4, 900};

    private static TrialChart chart(TrialChart.Slice... slices) {
        return TrialChart.of("Search of a model", "made", "MSE", SCORES, List.of(slices));
    }

    @Test
    void drawsEveryTrialWithAScoreInEveryPanelAndTheBestOneOnTop() {
        TrialChart.Slice rate = new TrialChart.Slice("rate", new double[] {1e-3, 1e-4, 1e-2, 5e-3, 1e-1}, true, List.of());
        TrialChart.Slice shape = new TrialChart.Slice("wavelet", new double[] {0, 1, 1, Double.NaN, 1}, false, List.of("haar", "sym3"));
        Picture picture = chart(rate, shape).picture();
        long dots = picture.marks().stream().filter(Mark.Dot.class::isInstance).count();
        assertEquals(5 + 5 + 3, dots, "four trials and the best once more, of which one has no wavelet");
        Mark.Dot last = (Mark.Dot) picture.marks().stream().filter(Mark.Dot.class::isInstance).reduce((a, b) -> b).orElseThrow();
        assertEquals(Ink.TEXT, last.ink(), "the best has no wavelet, so the standard recipe is the last one there");
        String svg = picture.svg();
        assertTrue(svg.contains("haar") && svg.contains("1e-4") && svg.contains(">rate<"), svg);
        assertTrue(svg.contains("Scores above the axis, which stand at its upper edge: 1. Trials without a score: 1. made"));
    }

    @Test
    void aParameterWithOneValueIsLeftOut() {
        assertFalse(chart(new TrialChart.Slice("batch", new double[] {32, 32, 32, 32, 32}, false, List.of())).picture().svg().contains("batch"));
    }

    @Test
    void aSingleTrialAndEqualScoresCanBeDrawn() {
        assertTrue(TrialChart.of("One", "", "MSE", new double[] {1}, List.of()).picture().svg().contains("One"));
        assertTrue(TrialChart.of("Two", "", "MSE", new double[] {1, 1}, List.of()).picture().svg().contains("Two"));
    }

    @Test
    void wrongNumbersAreRefused() {
        assertEquals("scores must hold a finite one, got none of 1",
                assertThrows(IllegalArgumentException.class, () -> TrialChart.of("", "", "", new double[] {Double.NaN}, List.of())).getMessage());
        assertEquals("values of rate must number 5, got 1",
                assertThrows(IllegalArgumentException.class, () -> chart(new TrialChart.Slice("rate", new double[] {1}, true, List.of()))).getMessage());
    }
}
