package dev.trivium.cli.forecast;

import dev.trivium.cli.option.DataOptions;
import dev.trivium.cli.option.DataRead;
import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.csv.CsvSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        header = "Forecast the steps that follow a series, with a fitted model.",
        customSynopsis = "trivium forecast predict --model FILE --data FILE|NAME [OPTIONS]",
        description = {"", "The forecast starts right after the last row of the data, with its time stamps and units."},
        footer = {"", "Examples",
            "  trivium forecast predict --model sales.trivium --data sales.csv",
            "  trivium forecast predict --model sales.trivium --data sales.csv --out next.csv --chart next.svg",
            "  trivium forecast predict --model sales.trivium --data sales.csv --json > next.json"})
final class PredictCommand implements Callable<Integer> {

    private static final int ROWS_PRINTED = 12;
    private static final int LEAST_HISTORY = 48;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "A file that trivium forecast fit wrote.")
    private Path model = Path.of("");

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the forecast as CSV; without it, it is printed.")
    private @Nullable Path out;

    @Option(names = "--chart", paramLabel = "FILE", description = "Draw history and forecast into a file that ends in .svg or .png.")
    private @Nullable Path chart;

    @Mixin
    private RunOptions run = new RunOptions();

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
        run.apply();
        try (Forecaster forecaster = Forecaster.load(model, run.device())) {
            DataRead read = data.read(session);
            read.describe(new Report()).row("model", model.getFileName() + ": " + FittedText.of(forecaster)).toErr(session);
            Forecast forecast = forecaster.predict(read.series());
            SeriesSet series = read.series();
            int future = forecaster.spec().known().isEmpty() ? 0 : forecaster.spec().horizon();
            List<Path> written = write(forecast, series.rows(0, series.length() - future), read.name());
            print(session, forecast.mean(), written);
        }
        return 0;
    }

    private List<Path> write(Forecast forecast, SeriesSet history, String name) throws IOException {
        List<Path> written = new ArrayList<>();
        if (out != null) {
            CsvSeries.write(out, forecast.mean());
            written.add(out);
        }
        if (chart != null) {
            int shown = Math.max(LEAST_HISTORY, 3 * forecast.mean().length());
            forecast.chart(history, shown, "Forecast of " + name, "Model: " + model.getFileName()).write(chart);
            written.add(chart);
        }
        return written;
    }

    private void print(Session session, SeriesSet forecast, List<Path> written) {
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("model", model.toString());
            map.put("forecast", ForecastTable.json(forecast));
            map.put("written", written.stream().map(Path::toString).toList());
            Json.print(session, map);
            return;
        }
        ForecastTable.lines(forecast, out == null ? Integer.MAX_VALUE : ROWS_PRINTED).forEach(session.out()::println);
        Report report = new Report();
        written.forEach(file -> report.row("written", file.toString()));
        report.toOut(session);
    }
}
