package dev.trivium.timeseries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final List<Variable> VARIABLES = List.of(Variable.of("a", "kW"), Variable.of("b"));

    private static SeriesSet series(TimeAxis time) {
        double[] values = new double[time.length() * VARIABLES.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return SeriesSet.of(time, VARIABLES, values);
    }

    private static TimeAxis hours(int length) {
        return TimeAxis.every(Duration.ofHours(1), Instant.parse("2024-05-01T00:00:00Z"), ZoneId.of("UTC"), length);
    }

    @Test
    void theChartShowsTheLastRowsOfTheHistoryAndTheForecast() {
        SeriesSet all = series(hours(30));
        String svg = new Forecast(all.rows(24, 30)).chart(all.rows(0, 24), 12, "Load", "made").picture().svg();
        assertTrue(svg.contains("Load") && svg.contains("a (kW)") && svg.contains("2024-05-02 00:00"), svg);
        assertFalse(svg.contains("actual"), svg);
    }

    @Test
    void theChartShowsWhatCame() {
        SeriesSet all = series(hours(30));
        assertTrue(new Forecast(all.rows(24, 30)).chart(all.rows(0, 24), 12, "Load", "", all.rows(24, 30)).picture().svg().contains("actual"));
    }

    @Test
    void anIntegerIndexIsATimeAxisOfTheChart() {
        SeriesSet all = series(TimeAxis.index(100, 5, 30));
        assertTrue(new Forecast(all.rows(24, 30)).chart(all.rows(0, 24), 100, "Load", "").picture().svg().contains("forecast starts at 220"));
    }

    @Test
    void theHistoryMustEndRightBeforeTheForecast() {
        SeriesSet all = series(hours(30));
        var e = assertThrows(IllegalArgumentException.class, () -> new Forecast(all.rows(24, 30)).chart(all.rows(0, 23), 12, "", ""));
        assertTrue(e.getMessage().startsWith("history must end right before the forecast, "), e.getMessage());
    }

    @Test
    void whatCameMustBeOfTheSameSteps() {
        SeriesSet all = series(hours(30));
        Forecast forecast = new Forecast(all.rows(24, 30));
        var e = assertThrows(IllegalArgumentException.class, () -> forecast.chart(all.rows(0, 24), 12, "", "", all.rows(23, 29)));
        assertTrue(e.getMessage().startsWith("actual must hold the steps of the forecast, "), e.getMessage());
        assertEquals(6, forecast.mean().length());
    }

    @Test
    void aForecastThatIsNoNumberIsRefused() {
        SeriesSet none = SeriesSet.of(hours(2), VARIABLES, new double[] {1, 2, Double.NaN, 4});
        assertEquals("mean must be finite, got NaN for 1 of 4 values: the model's numbers or those of the history are out of range",
                assertThrows(IllegalArgumentException.class, () -> new Forecast(none)).getMessage());
    }
}
