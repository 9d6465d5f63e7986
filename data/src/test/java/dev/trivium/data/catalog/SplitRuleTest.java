package dev.trivium.data.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Borders as counted by the authors of WaveRoRA. */
class SplitRuleTest {

    @Test
    void givesTheBordersOfPublishedResults() {
        assertEquals(List.of(8640, 11520, 14400), borders(SplitRule.ETT_HOURLY, 17_420));
        assertEquals(List.of(34_560, 46_080, 57_600), borders(SplitRule.ETT_QUARTER_HOURLY, 69_680));
        assertEquals(List.of(36_887, 42_157, 52_696), borders(SplitRule.PUBLISHED, 52_696)); // weather
        assertEquals(List.of(18_412, 21_044, 26_304), borders(SplitRule.PUBLISHED, 26_304)); // electricity
    }

    @Test
    void isNamedAsInTheCatalogue() {
        assertEquals("ett-quarter-hourly", SplitRule.ETT_QUARTER_HOURLY.label());
    }

    private static List<Integer> borders(SplitRule rule, int length) {
        SeriesSet series = SeriesSet.of(TimeAxis.index(0, 1, length), List.of(new Variable("a", Optional.empty())), new double[length]);
        Split split = rule.split(series);
        return List.of(split.train().to(), split.validation().to(), split.test().to());
    }
}
