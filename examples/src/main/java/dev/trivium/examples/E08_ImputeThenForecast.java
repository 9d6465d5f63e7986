package dev.trivium.examples;

import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.mask.Blocks;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.util.Locale;

/**
 * A forecast from a history with gaps: an imputer fills them, a forecaster goes on from there. Neither knows the other; the seam between them is
 * {@link dev.trivium.data.fill.GapFiller}.
 *
 * <p>To run it, build with {@code mvn -q -DskipTests package}, then
 *
 * <pre>java -cp "examples/target/classes:cli/target/trivium/lib/*" dev.trivium.examples.E08_ImputeThenForecast</pre>
 */
public final class E08_ImputeThenForecast {

    private E08_ImputeThenForecast() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     * @throws IOException if the sample cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        SeriesSet whole = Samples.telosB().series();
        SeriesSet gappy = Blocks.published().draw(whole, 1).hide(whole);
        Split split = Split.ratios(gappy, 0.7, 0.2);
        Training training = Training.seed(1).withEpochs(1);
        try (Imputer imputer = FgattSpec.standard().withSeparator(".").fit(split.train(), split.validation(), training);
                Forecaster forecaster = WaveRoraSpec.of(48, 6).fit(split.train(), split.validation(), training)) {
            Forecast forecast = forecaster.predict(gappy, imputer);
            System.out.println(forecast.filledCells() + " values of the look-back were filled before the forecast");
            for (int t = 0; t < forecast.mean().length(); t++) {
                System.out.println(String.format(Locale.ROOT, "minute %s: %.2f %s", forecast.mean().time().label(t), forecast.mean().value(t, 0),
                        forecast.mean().variables().get(0).unit().orElse("")));
            }
        }
    }
}
