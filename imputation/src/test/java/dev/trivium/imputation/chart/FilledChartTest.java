package dev.trivium.imputation.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilledChartTest {

    @Test
    void aSpanIsDrawnInWhichGapsStandBesideObservedValues() {
        BitSet filled = new BitSet();
        filled.set(0, 100);
        String svg = FilledChart.of(table(filled), 20, "gaps", "").picture().svg();
        assertTrue(svg.contains(">100<"), svg);
        assertFalse(svg.contains(">50<"), svg);
    }

    private static SeriesSet constant(double value) {
        double[] values = new double[300];
        Arrays.fill(values, value);
        return SeriesSet.of(TimeAxis.index(0, 1, values.length), List.of(Variable.of("a")), values);
    }

    private static FilledChart.Table table(BitSet filled) {
        return new FilledChart.Table(constant(1), constant(0), constant(2), filled, 0.8, Optional.empty());
    }
}
