package dev.trivium.reproduce.waverora;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.Scores;
import dev.trivium.evaluation.metric.Unit;
import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.Origin;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.backtest.Backtest;
import dev.trivium.timeseries.baseline.LastValueSpec;
import dev.trivium.timeseries.baseline.LinearSpec;
import dev.trivium.timeseries.baseline.SeasonalNaiveSpec;
import java.io.IOException;
import java.util.Map;

/**
 * Trains and scores one setting.
 *
 * <p>Training rows alone give the scale; the epoch is chosen on all validation windows; the test windows are read once, at the end,
 * all of them. Errors are those of values standardised by {@link Standardiser}, as in the paper.
 */
final class SettingRunner {

    private final Setting setting;
    private final Split split;
    private final ForecasterSpec spec;
    private final Backtest backtest;
    private final SeedRun.Simple simple;

    /**
     * Fixes the windows and scores the simple methods.
     *
     * @param spec the model, with look-back and horizon
     * @param season steps of the season that the seasonal naive forecast repeats
     */
    SettingRunner(Setting setting, Split split, ForecasterSpec spec, int season) throws IOException {
        this.setting = setting;
        this.split = split;
        this.spec = spec;
        int lookback = spec.lookback();
        int horizon = spec.horizon();
        backtest = Backtest.of(split, lookback, horizon, 1, season);
        simple = new SeedRun.Simple(simple(new LastValueSpec(lookback, horizon)), simple(new SeasonalNaiveSpec(lookback, horizon, season)),
                simple(new LinearSpec(lookback, horizon)));
    }

    private Score simple(ForecasterSpec method) throws IOException {
        try (Forecaster fitted = method.fit(split.train(), split.validation(), Training.seed(0).withDevice("cpu"))) {
            return score(backtest.score(fitted).errors().overall(Unit.STANDARDISED));
        }
    }

    SeedRun run(Training training, Origin origin) throws IOException {
        try (Forecaster fitted = spec.fit(split.train(), split.validation(), training)) {
            ForecastErrors errors = backtest.score(fitted).errors();
            SeedRun.Windows windows = SeedRun.Windows.of(errors.windows());
            return new SeedRun(setting, training.seed(), windows, score(errors.overall(Unit.STANDARDISED)),
                    score(errors.firstWindows(windows.kept(), Unit.STANDARDISED)), simple, fit(fitted), origin);
        }
    }

    private static SeedRun.Fit fit(Forecaster fitted) {
        if (!(fitted.provenance().get("metrics") instanceof Map<?, ?> metrics)) {
            throw new IllegalStateException("provenance must hold metrics, got " + fitted.provenance().keySet());
        }
        return new SeedRun.Fit((int) number(metrics, "epochs"), (int) number(metrics, "best.epoch"), number(metrics, "fit.seconds"));
    }

    private static double number(Map<?, ?> metrics, String name) {
        if (metrics.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("metrics must hold " + name + ", got " + metrics.keySet());
    }

    private static Score score(Scores scores) {
        return new Score(scores.mse(), scores.mae());
    }
}
