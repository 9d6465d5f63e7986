package dev.trivium.cli.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.ForecastQuantiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class IntervalOptionTest {

    private static final List<Double> LEVELS = List.of(0.025, 0.1, 0.5, 0.9, 0.975);

    private static IntervalOption parsed(String... words) {
        IntervalOption option = new IntervalOption();
        new CommandLine(option).parseArgs(words);
        return option;
    }

    private static SeriesSet set(double shift) {
        return SeriesSet.of(TimeAxis.index(0, 1, 2), List.of(Variable.of("flow", "m3/h"), Variable.of("head")),
                new double[] {10 + shift, 1 + shift, 20 + shift, 2 + shift});
    }

    private static Forecast forecast() {
        List<SeriesSet> values = new ArrayList<>();
        LEVELS.forEach(level -> values.add(set(level - 0.5)));
        return new Forecast(set(0), new ForecastQuantiles(LEVELS, values));
    }

    @Test
    void anIntervalStandsBesideEachSeries() {
        IntervalOption option = parsed("--interval", "80");
        Forecast told = option.of(forecast(), "timetracker");
        SeriesSet table = option.table(told);
        assertEquals(List.of(0.1, 0.9), told.quantiles().orElseThrow().levels());
        assertEquals(List.of("flow", "flow.q10", "flow.q90", "head", "head.q10", "head.q90"), table.names());
        assertEquals("m3/h", table.variables().get(2).unit().orElse(""));
        assertArrayEquals(new double[] {10, 9.6, 10.4, 1, 0.6, 1.4, 20, 19.6, 20.4, 2, 1.6, 2.4}, table.toArray(), 1e-12);
    }

    @Test
    void halfAPercentIsWrittenSo() {
        IntervalOption option = parsed("--interval", "95");
        assertEquals(List.of("flow", "flow.q2.5", "flow.q97.5", "head", "head.q2.5", "head.q97.5"),
                option.table(option.of(forecast(), "timetracker")).names());
    }

    @Test
    void severalIntervalsStandInTheOrderOfTheirEnds() {
        IntervalOption option = parsed("--interval", "80,95");
        SeriesSet table = option.table(option.of(forecast(), "timetracker"));
        assertEquals(List.of("flow", "flow.q2.5", "flow.q10", "flow.q90", "flow.q97.5"), table.names().subList(0, 5));
        assertArrayEquals(new double[] {10, 9.525, 9.6, 10.4, 10.475}, java.util.Arrays.copyOf(table.toArray(), 5), 1e-12);
    }

    @Test
    void withoutTheOptionAForecastIsToldAsItIs() {
        Forecast forecast = forecast();
        assertSame(forecast, parsed().of(forecast, "timetracker"));
        assertSame(forecast.mean(), parsed().table(forecast));
    }

    @Test
    void whatAModelDoesNotStateIsRefused() {
        Forecast without = new Forecast(set(0));
        assertEquals("--interval must be one of 80, 95 for timetracker, got 50",
                assertThrows(IllegalArgumentException.class, () -> parsed("--interval", "50").of(forecast(), "timetracker")).getMessage());
        assertEquals("--interval must be used with a model that has intervals (trivium forecast fit calibrates them where the validation rows suffice;"
                + " timetracker states its own), got plant.trivium",
                assertThrows(IllegalArgumentException.class, () -> parsed("--interval", "80").of(without, "plant.trivium")).getMessage());
    }
}
