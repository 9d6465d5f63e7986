package dev.trivium.reproduce.intervals;

import dev.trivium.data.split.Split;
import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.evaluation.metric.Bootstrap;
import dev.trivium.evaluation.scorecard.IntervalCoverage;
import dev.trivium.evaluation.scorecard.IntervalTally;
import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.Origin;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.backtest.Backtest;
import dev.trivium.timeseries.interval.Calibration;
import dev.trivium.timeseries.interval.ForecastIntervals;
import dev.trivium.timeseries.interval.IntervalVariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rolling forecasts of an ETT set on its published split, with half of the validation rows for calibration.
 *
 * @param dataset by its name in the catalogue
 * @param horizon steps of a forecast
 */
record ForecastCase(String dataset, int horizon) implements Case {

    private static final int LOOKBACK = 96;
    private static final int SEASON = 24;
    private static final String MODEL = "waverora";

    @Override
    public String title() {
        return dataset.toLowerCase(Locale.ROOT) + "-" + horizon;
    }

    @Override
    public String words() {
        return String.format(Locale.ROOT, "%s, %d → %d hours, published split; trained on 12 months, the epoch chosen on 2, intervals calibrated on the next 2"
                + " for every step and series, scored on every window of the last 4. Widths in standard deviations of the training rows.",
                dataset, LOOKBACK, horizon);
    }

    @Override
    public List<String> methods() {
        return List.of("seasonal-naive", "linear", MODEL);
    }

    @Override
    public String asked() {
        return MODEL;
    }

    @Override
    public String recommended() {
        return "adaptive";
    }

    @Override
    public boolean isRandom(String method) {
        return NamedForecasters.isRandom(method);
    }

    @Override
    public List<Line> run(String method, Training training, Sources sources, Origin origin) throws IOException {
        Split split = Split.ettHourly(sources.series(dataset)).withCalibration(0.5);
        ForecasterSpec spec = NamedForecasters.of(method, LOOKBACK, horizon, SEASON);
        Backtest backtest = Backtest.of(split, LOOKBACK, horizon, 1, SEASON);
        Path kept = sources.model(title(), method, training.seed());
        try (Forecaster fitted = Files.exists(kept) ? Forecaster.load(kept) : spec.fit(split.train(), split.validation(), training)) {
            fitted.save(kept);
            Calibration calibration = Calibration.of(fitted, split.calibration().orElseThrow(), ForecastIntervals.STANDARD_SHARES);
            Backtest.Result result = backtest.score(fitted, split, variants(calibration));
            Bootstrap blocks = Bootstrap.overWindows(backtest.windows().count(), horizon, 1, 1);
            List<Line> lines = new ArrayList<>();
            for (IntervalTally tally : result.tallies()) {
                for (IntervalCoverage coverage : IntervalTally.coverage(List.of(tally), blocks)) {
                    lines(coverage).forEach(row -> lines.add(new Line(title(), method, training.seed(), coverage.variant(), coverage.nominal(),
                            row.name(), row.points(), row.share(), row.width(), fit(fitted), origin)));
                }
            }
            return lines;
        }
    }

    private static List<IntervalVariant> variants(Calibration calibration) {
        List<Double> shares = ForecastIntervals.STANDARD_SHARES;
        return List.of(IntervalVariant.fixed("fixed", calibration.intervals(Tails.TOGETHER)),
                IntervalVariant.adaptive("adaptive", calibration.adaptive(Tails.TOGETHER), shares),
                IntervalVariant.fixed("fixed, tails apart", calibration.intervals(Tails.APART)),
                IntervalVariant.adaptive("adaptive, tails apart", calibration.adaptive(Tails.APART), shares));
    }

    private static List<CoverageRow> lines(IntervalCoverage coverage) {
        List<CoverageRow> rows = new ArrayList<>(List.of(coverage.overall()));
        rows.addAll(coverage.groups());
        rows.addAll(coverage.series());
        return rows;
    }

    private static Line.Fit fit(Forecaster fitted) {
        Map<?, ?> metrics = fitted.provenance().get("metrics") instanceof Map<?, ?> map ? map : Map.of();
        return new Line.Fit((int) number(metrics, "epochs"), (int) number(metrics, "best.epoch"), number(metrics, "fit.seconds"));
    }

    private static double number(Map<?, ?> metrics, String name) {
        return metrics.get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
