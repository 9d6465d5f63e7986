package dev.trivium.cli.demo;

import dev.trivium.cli.forecast.ForecastTable;
import dev.trivium.cli.page.SeriesBlocks;
import dev.trivium.cli.terminal.CommandName;
import dev.trivium.cli.terminal.Durations;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.cli.terminal.TextFile;
import dev.trivium.data.csv.CsvSeries;
import dev.trivium.data.sample.Sample;
import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.chart.ForecastChart;
import dev.trivium.evaluation.report.Block;
import dev.trivium.evaluation.report.LineFigure;
import dev.trivium.evaluation.scorecard.ScoreCard;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.backtest.Backtest;
import dev.trivium.timeseries.backtest.Comparison;
import dev.trivium.timeseries.baseline.SeasonFinder;
import dev.trivium.timeseries.timetracker.TimeTracker;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import dev.trivium.timeseries.waverora.Recipe;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Forecasting on the sample that ships. Look-back (56 weeks), rate and epochs were chosen by the error on its validation rows, the epochs
 * by the minute that a demo may take as well.
 */
final class ForecastDemo implements Section {

    private static final int LOOKBACK = 392;
    private static final int HORIZON = 28;
    private static final int EPOCHS = 9;
    private static final double RATE = 1e-3;
    private static final int ROWS_PRINTED = 7;
    private static final int DAYS_DRAWN = 84;

    private final Path model;
    private final Path csv;
    private final Path svg;
    private final Path png;
    private final Path lastWindow;
    private final Path zeroShot;
    private final Path card;
    private final DemoPage page;
    private final dev.trivium.evaluation.report.Section origin;

    ForecastDemo(Path folder, dev.trivium.evaluation.report.Section origin) {
        this.origin = origin;
        page = new DemoPage(folder.resolve("forecast-report.html"));
        model = folder.resolve("chicago-l.trivium");
        csv = folder.resolve("forecast.csv");
        svg = folder.resolve("forecast.svg");
        png = folder.resolve("forecast.png");
        lastWindow = folder.resolve("last-test-window.svg");
        zeroShot = folder.resolve("last-test-window-zero-shot.svg");
        card = folder.resolve("score-card.json");
    }

    @Override
    public List<Path> files() {
        return List.of(page.file(), model, csv, svg, png, lastWindow, zeroShot, card);
    }

    @Override
    public void run(Session session) throws IOException {
        long start = System.nanoTime();
        Sample sample = Samples.chicagoL();
        SeriesSet series = sample.series();
        Split split = Split.ratios(series, 0.7, 0.1);
        ForecasterSpec recipe = WaveRoraSpec.of(LOOKBACK, HORIZON).with(Recipe.published(RATE, EPOCHS));
        Report told = introduce(sample, series, split);
        told.toOut(session);
        page.described(told);
        Training training = Training.seed(1).withEpochs(EPOCHS).withMonitor(page.watching(new FitProgress(session, "WaveRoRA", "training windows"), "WaveRoRA, seed 1"));
        try (Forecaster fitted = recipe.fit(split.train(), split.validation(), training)) {
            session.interruption().letGo();
            fitted.save(model);
            ScoreCard scores = score(session, fitted, split, sample);
            forecast(session, fitted, series, sample);
            drawLastWindow(fitted, split, sample);
            page.write(scores, SeriesBlocks.of(series, Optional.of(split)), origin);
        }
        conclude(session, (System.nanoTime() - start) / 1e9);
    }

    private static Report introduce(Sample sample, SeriesSet series, Split split) {
        return new Report().row("Forecasting", sample.title() + ", " + sample.licence())
                .row("data", String.format(Locale.ROOT, "%,d days × %d stations, %s, ships with Trivium", series.length(), series.width(),
                        sample.content().unit()))
                .row("split", split.describe())
                .row("task", LOOKBACK + " days → the next " + HORIZON + " days, in one go, for all stations");
    }

    private ScoreCard score(Session session, Forecaster fitted, Split split, Sample sample) throws IOException {
        int season = SeasonFinder.within(split.train(), LOOKBACK);
        Comparison comparison = Comparison.on(Backtest.of(split, LOOKBACK, HORIZON, 1, season), name -> session.status().now("scoring " + name));
        comparison.addSimpleMethods(0, Training.seed(1));
        comparison.add("WaveRoRA", fitted);
        if (TimeTracker.isShipped()) {
            comparison.add("Time Tracker", TimeTrackerSpec.zeroShot(LOOKBACK, HORIZON), split, List.of(Training.seed(1)));
        }
        ScoreCard scores = comparison.card(sample.name());
        TextFile.write(card, scores.json());
        session.status().clear();
        session.out().println();
        session.out().println(scores.text());
        return scores;
    }

    private void forecast(Session session, Forecaster fitted, SeriesSet series, Sample sample) throws IOException {
        Forecast forecast = fitted.predict(series);
        CsvSeries.write(csv, forecast.mean());
        String source = "WaveRoRA, " + LOOKBACK + " → " + HORIZON + " days. Data: " + sample.citation();
        var chart = forecast.chart(series, DAYS_DRAWN, sample.title() + ": the " + HORIZON + " days after the data end", source);
        chart.write(svg);
        chart.write(png);
        page.show(dev.trivium.evaluation.report.Section.of("What comes next", LineFigure.of(chart)));
        session.out().println("The days after the data end");
        ForecastTable.lines(forecast.mean(), ROWS_PRINTED).forEach(line -> session.out().println("  " + line));
        session.out().println();
    }

    /** The last test window with what came: neither model had seen these days, and Time Tracker none of the sample. */
    private void drawLastWindow(Forecaster fitted, Split split, Sample sample) throws IOException {
        SeriesSet series = split.test().series();
        int start = series.length() - HORIZON;
        SeriesSet history = series.rows(0, start);
        List<Block> blocks = new ArrayList<>();
        ForecastChart chart = fitted.predict(history).chart(history, DAYS_DRAWN, sample.title() + ": forecast and what came",
                "The last " + HORIZON + " test days, which WaveRoRA had not seen", series.rows(start, series.length()));
        chart.write(lastWindow);
        blocks.add(LineFigure.of(chart));
        if (TimeTracker.isShipped()) {
            ForecastChart untaught = TimeTracker.shipped().forecast(history, HORIZON).chart(history, DAYS_DRAWN,
                    sample.title() + ": zero-shot forecast and what came",
                    "The last " + HORIZON + " test days. Time Tracker learnt from none of these series", series.rows(start, series.length()));
            untaught.write(zeroShot);
            blocks.add(LineFigure.of(untaught));
        }
        page.show(new dev.trivium.evaluation.report.Section("Forecasts of the last test days", blocks));
    }

    private void conclude(Session session, double seconds) {
        Report report = new Report();
        report.row("written", page.file() + "\n" + csv + "\n" + svg + "\n" + png + "\n" + lastWindow + "\n" + (TimeTracker.isShipped() ? zeroShot + "\n" : "") + card + "\n" + model);
        report.row("took", Durations.text(seconds));
        report.row("next", "forecast with the model that was just fitted, or fit one to your own table:\n"
                + CommandName.shown() + " forecast predict --model " + model + " --data chicago-l --chart my-forecast.svg\n"
                + CommandName.shown() + " forecast evaluate --data YOUR.csv --horizon 24\n"
                + CommandName.shown() + " forecast fit --help");
        report.toOut(session);
    }
}
