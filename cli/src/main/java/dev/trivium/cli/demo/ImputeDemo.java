package dev.trivium.cli.demo;

import dev.trivium.cli.page.SeriesBlocks;
import dev.trivium.cli.terminal.CommandName;
import dev.trivium.cli.terminal.Durations;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.cli.terminal.TextFile;
import dev.trivium.data.csv.CsvSeries;
import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.sample.Sample;
import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.gap.GapCard;
import dev.trivium.evaluation.report.GapErrors;
import dev.trivium.evaluation.report.LineFigure;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.backtest.Comparison;
import dev.trivium.imputation.backtest.GapBacktest;
import dev.trivium.imputation.chart.FilledChart;
import dev.trivium.imputation.fgatt.Architecture;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.fgatt.Recipe;
import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.imputation.mask.NodeOutage;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Filling gaps of the wireless sensor motes that ship: one whole mote is out for half an hour at a time. Window and epochs were chosen by the error
 * on its validation rows, the epochs by the minute that a demo may take as well.
 */
final class ImputeDemo implements Section {

    private static final int OUT = 30;
    private static final double SHARE = 0.25;
    private static final int WINDOW = 48;
    private static final int EPOCHS = 10;
    private static final int ROWS_DRAWN = 120;

    private final Path model;
    private final Path csv;
    private final Path cells;
    private final Path svg;
    private final Path png;
    private final Path card;
    private final DemoPage page;
    private final dev.trivium.evaluation.report.Section origin;

    ImputeDemo(Path folder, dev.trivium.evaluation.report.Section origin) {
        this.origin = origin;
        page = new DemoPage(folder.resolve("motes-report.html"));
        model = folder.resolve("motes.trivium");
        csv = folder.resolve("motes-filled.csv");
        cells = folder.resolve("motes-filled.cells.csv");
        svg = folder.resolve("motes-filled.svg");
        png = folder.resolve("motes-filled.png");
        card = folder.resolve("motes-score-card.json");
    }

    @Override
    public List<Path> files() {
        return List.of(page.file(), model, csv, cells, svg, png, card);
    }

    @Override
    public void run(Session session) throws IOException {
        long start = System.nanoTime();
        Sample sample = Samples.telosB();
        SeriesSet truth = sample.series();
        HiddenMask mask = new NodeOutage(OUT, SHARE, motes(truth)).draw(truth, 1);
        GapBacktest backtest = GapBacktest.of(truth, mask, hidden -> Split.ratios(hidden, 0.6, 0.15));
        Report told = introduce(sample, truth, backtest.split(), mask);
        told.toOut(session);
        page.described(told);
        Training training = Training.seed(1).withMonitor(page.watching(new FitProgress(session, "FGATT", "training windows"), "FGATT, seed 1"));
        try (Imputer fitted = recipe().fit(backtest.split().train(), backtest.split().validation(), training)) {
            session.interruption().letGo();
            fitted.save(model);
            GapCard scores = score(session, fitted, backtest, sample);
            fill(fitted, mask.hide(truth), truth, sample);
            page.write(scores, SeriesBlocks.of(mask.hide(truth), Optional.of(backtest.split())), origin);
        }
        conclude(session, (System.nanoTime() - start) / 1e9);
    }

    private static ImputerSpec recipe() {
        return FgattSpec.standard().withSeparator(".").withArchitecture(Architecture.standard().withWindow(WINDOW))
                .withRecipe(Recipe.standard().withEpochs(EPOCHS, EPOCHS));
    }

    /** The columns of each mote: what stands before the dot is its name. */
    private static List<List<String>> motes(SeriesSet series) {
        Map<String, List<String>> motes = new LinkedHashMap<>();
        series.names().forEach(name -> motes.computeIfAbsent(name.substring(0, name.indexOf('.')), mote -> new ArrayList<>()).add(name));
        return List.copyOf(motes.values());
    }

    private static Report introduce(Sample sample, SeriesSet truth, Split split, HiddenMask mask) {
        return new Report().row("Filling gaps", sample.title() + ", " + sample.licence())
                .row("data", String.format(Locale.ROOT, "%,d minutes × %d series, %s, ships with Trivium", truth.length(), truth.width(),
                        sample.content().unit()))
                .row("split", split.describe())
                .row("hidden", String.format(Locale.ROOT, "%,d values: of four motes one is out, for %d minutes at a time", mask.count(), OUT))
                .row("task", "temperature and humidity of a mote that is out, from the other motes and from before and after");
    }

    private GapCard score(Session session, Imputer fitted, GapBacktest backtest, Sample sample) throws IOException {
        Comparison comparison = Comparison.on(backtest, name -> session.status().now("scoring " + name));
        comparison.add("FGATT", fitted);
        comparison.addSimpleMethods(Training.seed(1));
        GapCard scores = comparison.card(sample.name());
        TextFile.write(card, scores.json());
        session.status().clear();
        session.out().println();
        session.out().println(scores.text());
        page.show(dev.trivium.evaluation.report.Section.of("Where the errors are", GapErrors.bySeries(comparison.runs())));
        return scores;
    }

    private void fill(Imputer fitted, SeriesSet hidden, SeriesSet truth, Sample sample) throws IOException {
        FilledSeries filled = fitted.fill(hidden);
        CsvSeries.write(csv, filled.values());
        CsvSeries.writeCells(cells, filled);
        var chart = FilledChart.of(FilledChart.table(filled, Optional.of(hiddenValues(hidden, truth))), ROWS_DRAWN,
                sample.title() + ": filled, and what was hidden", "FGATT. Data: " + sample.citation());
        chart.write(svg);
        chart.write(png);
        page.show(dev.trivium.evaluation.report.Section.of("Fills", LineFigure.of(chart)));
    }

    /** The truth where it was hidden, missing elsewhere. */
    private static SeriesSet hiddenValues(SeriesSet hidden, SeriesSet truth) {
        double[] values = truth.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = hidden.observed(i / truth.width(), i % truth.width()) ? Double.NaN : values[i];
        }
        return SeriesSet.of(truth.time(), truth.variables(), values);
    }

    private void conclude(Session session, double seconds) {
        Report report = new Report();
        report.row("written", page.file() + "\n" + csv + "\n" + cells + "\n" + svg + "\n" + png + "\n" + card + "\n" + model);
        report.row("took", Durations.text(seconds));
        report.row("next", "score and fit an imputer on your own table, gaps and all:\n"
                + CommandName.shown() + " impute evaluate --data YOUR.csv --pattern blocks\n"
                + CommandName.shown() + " impute fit --data YOUR.csv --out your.trivium\n"
                + CommandName.shown() + " impute predict --model your.trivium --data YOUR.csv --out filled.csv --graph graph.svg");
        report.toOut(session);
    }
}
