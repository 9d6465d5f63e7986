package dev.trivium.examples;

import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.metric.Unit;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.backtest.Backtest;
import dev.trivium.timeseries.timetracker.FineTuning;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.io.IOException;
import java.util.Locale;

/**
 * A pre-trained model goes on learning from a little data: every second of the last tenth of the training windows.
 *
 * <p>The series are daily entries at six stations of the Chicago 'L'. Time Tracker forecasts the test rows first as it ships and then as
 * it is after the best of three epochs by the validation rows. Its start is kept where no epoch is better.
 *
 * <p>To run it, build with {@code mvn -q -DskipTests package}, then
 *
 * <pre>java -cp "examples/target/classes:cli/target/trivium/lib/*" dev.trivium.examples.E03_FineTune</pre>
 *
 * <p>You will see two lines: the squared error over the test windows, in units of each station's training variance, before and after. Here the
 * gain is small; how much it is depends on the data. {@code trivium forecast fine-tune} takes all windows.
 */
public final class E03_FineTune {

    private static final int LOOKBACK = 168;
    private static final int HORIZON = 28;
    private static final int WEEK = 7;

    private E03_FineTune() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     * @throws IOException never, as no checkpoint is written
     */
    public static void main(String[] arguments) throws IOException {
        SeriesSet all = Samples.chicagoL().series();
        Split split = Split.ratios(all.select(all.names().subList(0, 6)), 0.7, 0.1);
        Backtest backtest = Backtest.of(split, LOOKBACK, HORIZON, 2 * WEEK, WEEK);
        FineTuning tuning = FineTuning.standard().withShare(0.1).withStride(2).withEpochs(3, 2).withBatch(16);
        print("as it ships", TimeTrackerSpec.zeroShot(LOOKBACK, HORIZON).fit(split.train(), split.validation(), Training.seed(1)), backtest);
        print("fine-tuned ", TimeTrackerSpec.fineTuned(LOOKBACK, HORIZON, tuning).fit(split.train(), split.validation(), Training.seed(1)), backtest);
    }

    private static void print(String name, Forecaster model, Backtest backtest) {
        try (model) {
            System.out.println(String.format(Locale.ROOT, "%s  MSE %.4f", name, backtest.score(model).errors().overall(Unit.STANDARDISED).mse()));
        }
    }
}
