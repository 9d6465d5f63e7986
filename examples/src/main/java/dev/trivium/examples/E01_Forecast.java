package dev.trivium.examples;

import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.nio.file.Path;

/**
 * From a series to a dated forecast and a model file: the program of the README.
 *
 * <p>The series are daily entries at twenty stations of the Chicago 'L'. WaveRoRA learns from the first 70 % of the days and keeps the
 * better of two epochs by the next 10 %; the last 20 % are left for a test, which {@code trivium forecast evaluate} does. It then
 * forecasts the fourteen days after the last one, in the units of the data.
 *
 * <p>To run it, build with {@code mvn -q -DskipTests package}, then
 *
 * <pre>java -cp "examples/target/classes:cli/target/trivium/lib/*" dev.trivium.examples.E01_Forecast</pre>
 *
 * <p>You will see fourteen lines such as {@code 2016-08-15 1.9…}: a date, and thousands of people who enter at Austin. Two epochs show
 * how it goes, not what the model can do: {@code trivium demo} trains longer and scores it beside simpler methods.
 */
public final class E01_Forecast {

    private E01_Forecast() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     * @throws IOException if the model file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        SeriesSet series = Samples.chicagoL().series();
        Split split = Split.ratios(series, 0.7, 0.1);
        WaveRoraSpec spec = WaveRoraSpec.of(56, 14);
        try (Forecaster model = spec.fit(split.train(), split.validation(), Training.seed(1).withEpochs(2))) {
            SeriesSet forecast = model.predict(series).mean();
            for (int t = 0; t < forecast.length(); t++) {
                System.out.println(forecast.time().label(t) + " " + forecast.value(t, 0));
            }
            model.save(Path.of("chicago.trivium"));
        }
    }
}
