package dev.trivium.timeseries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastQuantilesTest {

    private static final List<Double> LEVELS = List.of(0.025, 0.1, 0.4, 0.5, 0.6, 0.9, 0.975);

    private static SeriesSet at(double value) {
        double[] values = new double[12];
        Arrays.fill(values, value);
        return SeriesSet.of(TimeAxis.index(0, 1, 6), List.of(Variable.of("a", "kW"), Variable.of("b")), values);
    }

    private static ForecastQuantiles quantiles() {
        return new ForecastQuantiles(LEVELS, LEVELS.stream().map(ForecastQuantilesTest::at).toList());
    }

    @Test
    void givesTheQuantilesOfALevel() {
        ForecastQuantiles quantiles = quantiles();
        assertSame(quantiles.values().get(5), quantiles.at(1 - 0.1));
        assertRefused("level must be one of " + LEVELS + ", got 0.3", () -> quantiles.at(0.3));
    }

    @Test
    void givesTheIntervalsThatItsLevelsKnow() {
        assertEquals(List.of(0.2, 0.8, 0.95), quantiles().shares());
        for (double share : quantiles().shares()) {
            ForecastQuantiles.Interval interval = quantiles().interval(share);
            assertEquals((1 - share) / 2, interval.low().value(0, 0), 1e-9);
            assertEquals((1 + share) / 2, interval.high().value(5, 1), 1e-9);
        }
        assertRefused("share must be one of [0.2, 0.8, 0.95], got 0.5", () -> quantiles().interval(0.5));
        assertRefused("share must be one of [0.2, 0.8, 0.95], got 0.0", () -> quantiles().interval(0));
    }

    @Test
    void refusesLevelsThatDoNotRise() {
        assertRefused("levels must rise within (0, 1), got [0.5, 0.1]", () -> new ForecastQuantiles(List.of(0.5, 0.1), List.of(at(0), at(1))));
        assertRefused("levels must rise within (0, 1), got [0.5, 1.0]", () -> new ForecastQuantiles(List.of(0.5, 1.0), List.of(at(0), at(1))));
        assertRefused("levels must hold at least one level, got none", () -> new ForecastQuantiles(List.of(), List.of()));
        assertRefused("values must hold one set for each of the 2 levels, got 1",
                () -> new ForecastQuantiles(List.of(0.1, 0.9), List.of(at(0))));
    }

    @Test
    void refusesQuantilesThatCross() {
        assertRefused("values must be there and never fall with the level, got 2.0 at level 0.1 and 1.0 at level 0.9 for 0 of a",
                () -> new ForecastQuantiles(List.of(0.1, 0.9), List.of(at(2), at(1))));
        assertRefused("values must be there and never fall with the level, got NaN at level 0.1 and NaN at level 0.1 for 0 of a",
                () -> new ForecastQuantiles(List.of(0.1), List.of(at(Double.NaN))));
    }

    @Test
    void aForecastAndItsQuantilesAreOfTheSameSteps() {
        Forecast forecast = new Forecast(at(0.5), quantiles());
        assertEquals(0.9, forecast.quantiles().orElseThrow().interval(0.8).high().value(3, 1));
        assertEquals(Optional.empty(), new Forecast(at(0.5)).quantiles());
        String message = assertThrows(IllegalArgumentException.class, () -> new Forecast(at(0.5).rows(0, 5), quantiles())).getMessage();
        assertTrue(message.startsWith("quantiles must be of the steps and series of the mean, "), message);
    }

    @Test
    void theChartShowsTheIntervalOfEightyPercent() {
        SeriesSet past = at(0.5).withTime(TimeAxis.index(-6, 1, 6));
        String svg = new Forecast(at(0.5), quantiles()).chart(past, 6, "Load", "").picture().svg();
        assertTrue(svg.contains("80 % forecast interval"), svg);
        ForecastQuantiles wide = new ForecastQuantiles(List.of(0.025, 0.5, 0.975), List.of(at(0), at(0.5), at(1)));
        assertTrue(new Forecast(at(0.5), wide).chart(past, 6, "Load", "").picture().svg().contains("95 % forecast interval"));
        ForecastQuantiles median = new ForecastQuantiles(List.of(0.5), List.of(at(0.5)));
        assertFalse(new Forecast(at(0.5), median).chart(past, 6, "Load", "").picture().svg().contains("interval"));
    }

    @Test
    void aModelWithoutQuantilesRollsWithoutThem() {
        Forecaster.Rolling rolling = (from, to) -> new double[] {from, to};
        assertEquals(List.of(), rolling.levels());
        assertEquals(List.of(), rolling.forecast(1, 2).quantiles());
        assertEquals(2, rolling.forecast(1, 2).mean()[1]);
        assertRefused("quantiles must be of the shape of the mean, 2 numbers, got 3",
                () -> new WindowForecasts(new double[2], List.of(new double[3])));
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
