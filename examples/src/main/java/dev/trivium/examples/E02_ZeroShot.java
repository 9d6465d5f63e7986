package dev.trivium.examples;

import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.ForecastQuantiles;
import dev.trivium.timeseries.timetracker.TimeTracker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A forecast with its interval, without fitting: Time Tracker was trained on other series and its weights ship with the library.
 *
 * <p>The series are daily entries at twenty stations of the Chicago 'L'. Four weeks are held back, forecast from the days before, and
 * compared with what came.
 *
 * <p>To run it, build with {@code mvn -q -DskipTests package}, then
 *
 * <pre>java -cp "examples/target/classes:cli/target/trivium/lib/*" dev.trivium.examples.E02_ZeroShot</pre>
 *
 * <p>You will see one line per day for the first station: the mean, the interval that should hold 80 % of what comes, and what came; then
 * how many of all the values fell into their interval.
 */
public final class E02_ZeroShot {

    private static final int DAYS = 28;

    private E02_ZeroShot() {}

    /**
     * Runs the example.
     *
     * @param arguments a file for the picture, such as {@code zero-shot.svg}; may be absent
     * @throws IOException if the picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        SeriesSet series = Samples.chicagoL().series();
        SeriesSet history = series.rows(0, series.length() - DAYS);
        SeriesSet came = series.rows(series.length() - DAYS, series.length());
        Forecast forecast = TimeTracker.shipped().forecast(history, DAYS);
        ForecastQuantiles.Interval interval = forecast.quantiles().orElseThrow().interval(0.8);
        int inside = 0;
        for (int t = 0; t < DAYS; t++) {
            System.out.println(String.format(Locale.ROOT, "%s  %.2f in [%.2f, %.2f], came %.2f", forecast.mean().time().label(t),
                    forecast.mean().value(t, 0), interval.low().value(t, 0), interval.high().value(t, 0), came.value(t, 0)));
            for (int s = 0; s < came.width(); s++) {
                inside += came.value(t, s) >= interval.low().value(t, s) && came.value(t, s) <= interval.high().value(t, s) ? 1 : 0;
            }
        }
        System.out.println(inside + " of " + DAYS * came.width() + " values in their 80 % interval");
        if (arguments.length > 0) {
            forecast.chart(history, 3 * DAYS, "Four weeks, zero-shot", "Time Tracker", came).write(Path.of(arguments[0]));
        }
    }
}
