package dev.trivium.evaluation.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapChartTest {

    private static final double[] VALUES = {1, 2, 3, 4, 5, 6};
    private static final double[] LOW = {1, 2, 2, 3, 5, 5};
    private static final double[] HIGH = {1, 2, 4, 5, 5, 7};

    @Test
    void aGapIsDrawnWithItsBandFromOneObservedValueToTheNext() {
        List<Mark> marks = chart(panel()).picture().marks();
        List<Mark.Area> bands = marks.stream().filter(Mark.Area.class::isInstance).map(Mark.Area.class::cast)
                .filter(area -> area.ink().equals(Ink.BAND) && area.x().length > 4).toList();
        assertEquals(1, bands.size());
        assertEquals(2 * 4, bands.get(0).x().length); // rows 1 to 4: two filled ones and the observed ones beside them
        assertEquals(bands.get(0).y()[0], bands.get(0).y()[7], 0);
        assertTrue(bands.get(0).y()[1] > bands.get(0).y()[6]);
    }

    @Test
    void aGapAtTheEndHasABandAsWell() {
        long small = chart(panel()).picture().marks().stream()
                .filter(mark -> mark instanceof Mark.Area area && area.ink().equals(Ink.BAND) && area.x().length == 4).count();
        assertEquals(2, small); // rows 4 and 5, and the legend's
    }

    @Test
    void observedAndFilledValuesHaveInksOfTheirOwn() {
        List<Mark> marks = chart(panel()).picture().marks();
        assertTrue(marks.stream().anyMatch(mark -> mark instanceof Mark.Stroke stroke && stroke.ink().equals(Ink.BLUE) && stroke.x().length == 2));
        assertTrue(marks.stream().anyMatch(mark -> mark instanceof Mark.Dot dot && dot.ink().equals(Ink.BLUE)));
        assertTrue(Layout.texts(chart(panel()).picture()).stream().noneMatch("hidden truth"::equals));
    }

    @Test
    void hiddenTruthIsShownWhereItIsKnown() {
        double[] truth = {Double.NaN, Double.NaN, 3.5, 3.5, Double.NaN, Double.NaN};
        assertTrue(Layout.texts(chart(panel().withHidden(truth)).picture()).contains("hidden truth"));
    }

    @Test
    void aValueOutsideItsIntervalIsRefused() {
        BitSet filled = new BitSet();
        filled.set(0);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> GapPanel.of("a", "", VALUES, filled, HIGH, new double[] {0, 2, 4, 5, 5, 7}));
        assertTrue(refusal.getMessage().contains("at row 0 of a"), refusal.getMessage());
    }

    @Test
    void aGapBesideOneThatNobodyFilledHasABandOfItsOwnRowsOnly() {
        BitSet filled = new BitSet();
        filled.set(2, 4);
        double[] values = {1, Double.NaN, 3, 4, Double.NaN, 6};
        List<Mark> marks = chart(GapPanel.of("a", "", values, filled, LOW, HIGH)).picture().marks();
        assertTrue(marks.stream().noneMatch(mark -> mark instanceof Mark.Area area && Double.isNaN(area.x()[0] + area.y()[0])));
        assertTrue(marks.stream().anyMatch(mark -> mark instanceof Mark.Area area && area.ink().equals(Ink.BAND) && area.x()[0] != area.x()[1]));
    }

    private static GapPanel panel() {
        BitSet filled = new BitSet();
        filled.set(2, 4);
        filled.set(5);
        return GapPanel.of("a", "dBm", VALUES, filled, LOW, HIGH);
    }

    private static GapChart chart(GapPanel panel) {
        return new GapChart("Gaps", "made up", "80 % interval", ChartTime.index(0, 1, VALUES.length), List.of(panel));
    }
}
