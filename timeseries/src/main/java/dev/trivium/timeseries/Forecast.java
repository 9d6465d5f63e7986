package dev.trivium.timeseries;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.evaluation.chart.ChartTime;
import dev.trivium.evaluation.chart.ForecastChart;
import dev.trivium.evaluation.chart.ForecastPanel;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a model says about the steps that follow a history.
 *
 * @param mean the expected values, (horizon, series), with their time stamps, in the units of the data
 * @param quantiles their spread, for the same steps and series; empty for a model that says none
 * @param filledCells how many cells of the look-back a {@link dev.trivium.data.fill.GapFiller} had filled; 0 if none was used
 */
public record Forecast(SeriesSet mean, Optional<ForecastQuantiles> quantiles, long filledCells) {

    private static final double DRAWN = 0.8;

    /** Checks the count, that nothing is missing, and that the quantiles are of the same steps and series. */
    public Forecast {
        if (mean.missing() > 0) {
            throw new IllegalArgumentException("mean must be finite, got NaN for " + mean.missing() + " of " + mean.length() * mean.width()
                    + " values: the model's numbers or those of the history are out of range");
        }
        quantiles.map(q -> q.values().get(0)).filter(q -> !q.time().equals(mean.time()) || !q.names().equals(mean.names())).ifPresent(q -> {
            throw new IllegalArgumentException("quantiles must be of the steps and series of the mean, " + mean + ", got " + q);
        });
        if (filledCells < 0) {
            throw new IllegalArgumentException("filledCells must be at least 0, got " + filledCells);
        }
    }

    /** A forecast from a history as it came. */
    public Forecast(SeriesSet mean) {
        this(mean, Optional.empty(), 0);
    }

    /** A forecast with its spread, from a history as it came. */
    public Forecast(SeriesSet mean, ForecastQuantiles quantiles) {
        this(mean, Optional.of(quantiles), 0);
    }

    /**
     * A picture of the forecast after the last rows of its history: {@code forecast.chart(history, 56, "Sales", "").write(file)}.
     * With {@link #quantiles} it shows the interval that should hold 80 % of what comes or, if there is none of 80 %, the widest.
     *
     * @param history what the forecast was made from; must end right before it
     * @param shown how many of its last rows to draw; all, if there are fewer
     * @param title what is shown
     * @param source for the foot of the picture; may be empty
     */
    public ForecastChart chart(SeriesSet history, int shown, String title, String source) {
        return chart(history, shown, title, source, Optional.empty());
    }

    /** As {@link #chart(SeriesSet, int, String, String)}, with the values that came: the rows of the horizon. */
    public ForecastChart chart(SeriesSet history, int shown, String title, String source, SeriesSet actual) {
        if (!actual.time().equals(mean.time())) {
            throw new IllegalArgumentException("actual must hold the steps of the forecast, " + mean.time() + ", got " + actual.time());
        }
        return chart(history, shown, title, source, Optional.of(actual));
    }

    private ForecastChart chart(SeriesSet history, int shown, String title, String source, Optional<SeriesSet> actual) {
        if (!mean.time().continues(history.time())) {
            throw new IllegalArgumentException("history must end right before the forecast, " + mean.time() + ", got " + history.time());
        }
        SeriesSet past = history.rows(Math.max(0, history.length() - shown), history.length());
        List<ForecastPanel> panels = new ArrayList<>();
        for (int s = 0; s < mean.width(); s++) {
            Variable variable = mean.variables().get(s);
            ForecastPanel panel = ForecastPanel.of(variable.name(), variable.unit().orElse(""),
                    past.column(past.indexOf(variable.name())), mean.column(s));
            panel = withBand(panel, s);
            panels.add(actual.isEmpty() ? panel : panel.withActual(actual.get().column(actual.get().indexOf(variable.name()))));
        }
        return new ForecastChart(title, source, stamps(past.time(), mean.time()), panels);
    }

    private ForecastPanel withBand(ForecastPanel panel, int s) {
        List<Double> shares = quantiles.map(ForecastQuantiles::shares).orElse(List.of());
        if (shares.isEmpty()) {
            return panel;
        }
        ForecastQuantiles.Interval band = quantiles.orElseThrow()
                .interval(shares.contains(DRAWN) ? DRAWN : shares.get(shares.size() - 1));
        return panel.withBand(band.low().column(s), band.high().column(s), band.share());
    }

    private static ChartTime stamps(TimeAxis past, TimeAxis future) {
        int count = past.length() + future.length();
        if (past.zone().isEmpty()) {
            long first = Long.parseLong(past.label(0));
            return ChartTime.index(first, (Long.parseLong(future.label(0)) - first) / past.length(), count);
        }
        ZonedDateTime[] stamps = new ZonedDateTime[count];
        Arrays.setAll(stamps, i -> (i < past.length() ? past.dateTime(i) : future.dateTime(i - past.length())).orElseThrow());
        return ChartTime.dates(List.of(stamps));
    }
}
