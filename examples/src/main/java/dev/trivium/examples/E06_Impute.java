package dev.trivium.examples;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.backtest.Comparison;
import dev.trivium.imputation.backtest.GapBacktest;
import dev.trivium.imputation.baseline.LinearSpec;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.mask.Blocks;
import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * From series with gaps to series without, each filled value with an interval, and an honest word on which method to take.
 *
 * <p>The sample holds temperature and humidity at four wireless motes, every minute. Some values are hidden first, before anything else sees the data;
 * FGATT learns from the visible ones for two epochs and fills the gaps; a score card then sets it beside simple methods.
 *
 * <p>To run it, build with {@code mvn -q -DskipTests package}, then
 *
 * <pre>java -cp "examples/target/classes:cli/target/trivium/lib/*" dev.trivium.examples.E06_Impute</pre>
 */
public final class E06_Impute {

    private static final int SHOWN = 5;

    private E06_Impute() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     * @throws IOException if the sample cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        SeriesSet truth = Samples.telosB().series();
        HiddenMask mask = Blocks.published().draw(truth, 1);
        GapBacktest backtest = GapBacktest.of(truth, mask, hidden -> Split.ratios(hidden, 0.7, 0.1));
        FgattSpec spec = FgattSpec.standard().withSeparator("."); // mote1.temperature: node mote1, channel temperature
        try (Imputer imputer = spec.fit(backtest.split().train(), backtest.split().validation(), Training.seed(1).withEpochs(2))) {
            FilledSeries filled = imputer.fill(backtest.hidden());
            int shown = 0;
            for (int t = 0; t < truth.length() && shown < SHOWN; t++) {
                for (int s = 0; s < truth.width() && shown < SHOWN; s++) {
                    if (filled.filled(t, s)) {
                        System.out.println(String.format(Locale.ROOT, "minute %s, %s: %.2f in [%.2f, %.2f], was %.2f", truth.time().label(t),
                                truth.names().get(s), filled.values().value(t, s), filled.lower().value(t, s), filled.upper().value(t, s),
                                truth.value(t, s)));
                        shown++;
                    }
                }
            }
            Comparison comparison = Comparison.on(backtest);
            comparison.add("FGATT, two epochs", imputer);
            comparison.add(new LinearSpec(), List.of(Training.seed(1)));
            comparison.card("four motes").verdict().forEach(System.out::println);
        }
    }
}
