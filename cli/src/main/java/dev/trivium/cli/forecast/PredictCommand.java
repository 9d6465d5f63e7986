package dev.trivium.cli.forecast;

import dev.trivium.cli.option.DataOptions;
import dev.trivium.cli.option.DataRead;
import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.option.ReportOptions;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.page.SeriesBlocks;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.csv.CsvSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.evaluation.report.LineFigure;
import dev.trivium.evaluation.report.Section;
import dev.trivium.evaluation.report.Standing;
import dev.trivium.evaluation.report.Statement;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.timetracker.TimeTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Forecasts the steps that follow a series. */
@Command(
        name = "predict",
        header = "Forecast the steps that follow a series, with a fitted model or with one that needs no fitting.",
        customSynopsis = {"trivium forecast predict --model FILE --data FILE|NAME [OPTIONS]",
            "       trivium forecast predict --model timetracker --horizon H --data FILE|NAME [OPTIONS]"},
        description = {"", "The forecast starts right after the last row of the data, with its time stamps and units. timetracker forecasts any"
                + " series, each by itself, with the weights that ship: nothing is fitted, gaps are fine, a few rows are enough."},
        footer = {"", "Examples",
            "  trivium forecast predict --model timetracker --data any.csv --horizon 96",
            "  trivium forecast predict --model timetracker --data any.csv --horizon 96 --interval 80 \\",
            "      --out next.csv --chart next.svg",
            "  trivium forecast predict --model timetracker --data any.csv --horizon 96 --experts when.svg \\",
            "      --experts-by-series who.svg",
            "  trivium forecast predict --model sales.trivium --data sales.csv",
            "  trivium forecast predict --model sales.trivium --data sales.csv --out next.csv --chart next.svg",
            "  trivium forecast predict --model sales.trivium --data sales.csv --json > next.json"})
final class PredictCommand implements Callable<Integer> {

    private static final int ROWS_PRINTED = 12;
    private static final int LEAST_HISTORY = 48;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", required = true, paramLabel = "FILE|NAME",
            description = "A file that trivium forecast fit wrote, or timetracker, which needs no fitting.")
    private String model = "";

    @Option(names = "--horizon", paramLabel = "H", description = "Steps to forecast, for timetracker; a fitted model has its own.")
    private @Nullable Integer horizon;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the forecast as CSV; without it, it is printed.")
    private @Nullable Path out;

    @Option(names = "--chart", paramLabel = "FILE", description = "Draw history and forecast into a file that ends in .svg or .png.")
    private @Nullable Path chart;

    @Mixin
    private IntervalOption interval = new IntervalOption();

    @Mixin
    private InsideOutput inside = new InsideOutput();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private ReportOptions page = new ReportOptions();

    @Mixin
    private Outputs outputs = new Outputs();

    @Option(names = "--json", description = "Print the forecast as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        if (out != null) {
            outputs.require("--out", out);
        }
        if (chart != null) {
            outputs.require("--chart", chart);
            if (!chart.toString().toLowerCase(Locale.ROOT).matches(".*\\.(svg|png)")) {
                throw outputs.refused("--chart must end in .svg or .png, got " + chart);
            }
        }
        page.check(outputs);
        interval.check();
        inside.check(outputs);
        run.apply();
        try (Predictor predictor = predictor()) {
            inside.requireUse(predictor);
            DataRead read = data.read(session);
            SeriesSet series = read.series();
            Report told = read.describe(new Report()).row("model", predictor.describe(series)).row("intervals", interval.learnt(predictor, series));
            told.toErr(session);
            page.described(told);
            Forecast forecast = interval.forecast(predictor, series);
            SeriesSet history = series.rows(0, series.length() - predictor.future());
            List<Path> written = write(forecast, history, read, predictor.source());
            written.addAll(inside.write(predictor, history, read.name()));
            page(forecast, history, read.name(), predictor.source());
            written.addAll(page.files());
            print(session, forecast, written);
        }
        return 0;
    }

    private Predictor predictor() throws IOException {
        boolean zeroShot = Predictor.isZeroShot(model);
        if (!zeroShot && !Files.isRegularFile(Path.of(model))) {
            throw outputs.refused("--model must be timetracker or a file that trivium forecast fit wrote and that is there, got " + model);
        }
        if (zeroShot && horizon == null) {
            throw outputs.refused("--horizon must say how many steps to forecast with " + model);
        }
        if (horizon != null && (horizon < 1 || horizon > TimeTracker.LONGEST_HORIZON)) {
            throw outputs.refused("--horizon must be between 1 and " + TimeTracker.LONGEST_HORIZON + ", got " + horizon);
        }
        if (!zeroShot && horizon != null) {
            throw outputs.refused("--horizon is that of the fitted model " + model + "; leave it out, got " + horizon);
        }
        return horizon == null ? Predictor.fitted(Path.of(model), run.device()) : Predictor.zeroShot(model, horizon, run.device());
    }

    private List<Path> write(Forecast forecast, SeriesSet history, DataRead read, String source) throws IOException {
        List<Path> written = new ArrayList<>();
        if (out != null) {
            CsvSeries.write(out, interval.table(forecast), read.reading().format());
            written.add(out);
        }
        if (chart != null) {
            int shown = Math.max(LEAST_HISTORY, 3 * forecast.mean().length());
            forecast.chart(history, shown, "Forecast of " + read.name(), source).write(chart);
            written.add(chart);
        }
        return written;
    }

    private void page(Forecast forecast, SeriesSet history, String name, String source) throws IOException {
        if (page.asked()) {
            int shown = Math.max(LEAST_HISTORY, 3 * forecast.mean().length());
            page.data(SeriesBlocks.of(history, Optional.empty()));
            page.write("Forecast of " + name, List.of(Section.of("Forecast", new Statement(Standing.PLAIN, "A forecast, not a score",
                    "What comes is not known yet. How well this model did on rows it had not seen is what trivium forecast evaluate tells."),
                    LineFigure.of(forecast.chart(history, shown, forecast.mean().length() + " steps ahead", source)))));
        }
    }

    private void print(Session session, Forecast forecast, List<Path> written) {
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("model", model);
            map.put("forecast", ForecastTable.json(forecast, interval.asked()));
            map.put("written", written.stream().map(Path::toString).toList());
            Json.print(session, map);
            return;
        }
        int rows = out == null ? Integer.MAX_VALUE : ROWS_PRINTED;
        ForecastTable.lines(interval.table(forecast), rows, interval.asked() ? "columns" : "series").forEach(session.out()::println);
        Report report = new Report();
        written.forEach(file -> report.row("written", file.toString()));
        report.toOut(session);
    }
}
