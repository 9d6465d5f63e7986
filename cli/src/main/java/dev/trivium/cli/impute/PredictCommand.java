package dev.trivium.cli.impute;

import dev.trivium.cli.forecast.ForecastTable;
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
import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.evaluation.report.LineFigure;
import dev.trivium.evaluation.report.Section;
import dev.trivium.evaluation.report.Standing;
import dev.trivium.evaluation.report.Statement;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.chart.FilledChart;
import java.io.IOException;
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
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Fills the gaps of a series. */
@Command(
        name = "predict",
        header = "Fill the gaps of a series, with a fitted imputer.",
        customSynopsis = "trivium impute predict --model FILE --data FILE|NAME [OPTIONS]",
        description = {"", "The table comes back with the same rows and columns: observed values as they were, gaps filled. Beside it stands a list"
                + " of the filled cells, each with an interval."},
        footer = {"", "Examples",
            "  trivium impute predict --model cells.trivium --data cells.csv --out filled.csv",
            "  trivium impute predict --model cells.trivium --data cells.csv --out filled.csv \\",
            "      --cells marks.csv --chart filled.svg --graph graph.svg"})
final class PredictCommand implements Callable<Integer> {

    private static final int ROWS_DRAWN = 240;
    private static final int ROWS_PRINTED = 12;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "A file that trivium impute fit wrote.")
    private Path model = Path.of("");

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the table without gaps as CSV; without it, its first rows are printed.")
    private @Nullable Path out;

    @Option(names = "--cells", paramLabel = "FILE",
            description = "Write the filled cells with their intervals as CSV; by default beside --out: filled.csv gives filled.cells.csv.")
    private @Nullable Path cells;

    @Option(names = "--chart", paramLabel = "FILE",
            description = "Draw the rows in which most was filled into a file that ends in .svg or .png.")
    private @Nullable Path chart;

    @Option(names = "--interval", paramLabel = "PERCENT", converter = Percent.class,
            description = "How many true values an interval is to hold: 50, 80, 90 or 95; 80 by default.")
    private @Nullable Double interval;

    @Mixin
    private GraphOutput graph = new GraphOutput();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private ReportOptions page = new ReportOptions();

    @Mixin
    private Outputs outputs = new Outputs();

    @Option(names = "--json", description = "Print what was done as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        check();
        run.apply();
        try (Imputer imputer = Imputer.load(model, run.device())) {
            graph.requireGraph(imputer);
            DataRead read = data.read(session);
            Report report = read.describe(new Report()).row("model", model.getFileName() + ": " + FittedText.of(imputer));
            SeriesSet series = fitted(imputer, read.series(), report);
            Unobserved.note(report, series, 0, series.length(), "the file").toErr(session);
            page.described(report);
            FilledSeries filled = (interval == null ? imputer : imputer.withLevel(interval)).fill(series);
            List<Path> written = write(filled, read);
            written.addAll(graph.write(imputer, series, read.name()));
            page(series, filled, read.name());
            written.addAll(page.files());
            print(session, filled, written);
        }
        return 0;
    }

    /** The columns that the imputer was fitted on; the others are named and left out. */
    private static SeriesSet fitted(Imputer imputer, SeriesSet series, Report report) {
        List<String> names = imputer.variables().stream().map(Variable::name).toList();
        List<String> others = series.names().stream().filter(name -> !names.contains(name)).toList();
        if (others.isEmpty() || !series.names().containsAll(names)) {
            return series; // the imputer refuses what is missing
        }
        report.row("left out", "columns that the model was not fitted on: " + String.join(", ", others));
        return series.select(names);
    }

    private void check() {
        if (out != null) {
            outputs.require("--out", out);
            cells = cells == null ? beside(out) : cells;
        }
        page.check(outputs);
        if (cells != null) {
            outputs.require("--cells", cells);
        }
        if (chart != null) {
            outputs.require("--chart", chart);
            if (!chart.toString().toLowerCase(Locale.ROOT).matches(".*\\.(svg|png)")) {
                throw outputs.refused("--chart must end in .svg or .png, got " + chart);
            }
        }
        graph.check(outputs);
    }

    private static Path beside(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.toLowerCase(Locale.ROOT).indexOf(".csv");
        return file.resolveSibling(dot < 0 ? name + ".cells.csv" : name.substring(0, dot) + ".cells" + name.substring(dot));
    }

    private List<Path> write(FilledSeries filled, DataRead read) throws IOException {
        List<Path> written = new ArrayList<>();
        if (out != null) {
            CsvSeries.write(out, filled.values(), read.reading().format());
            written.add(out);
        }
        if (cells != null) {
            CsvSeries.writeCells(cells, filled, read.reading().format());
            written.add(cells);
        }
        if (chart != null) {
            FilledChart.of(FilledChart.table(filled, Optional.empty()), ROWS_DRAWN, "Gaps of " + read.name() + ", filled",
                    "Model: " + model.getFileName()).write(chart);
            written.add(chart);
        }
        return written;
    }

    private void page(SeriesSet series, FilledSeries filled, String name) throws IOException {
        if (page.asked()) {
            page.data(SeriesBlocks.of(series, Optional.empty()));
            Statement statement = new Statement(Standing.PLAIN, "Filled, not scored", String.format(Locale.ROOT, "%,d of %,d cells were filled, each with an"
                    + " interval meant to hold %.0f %% of such values. How well this model fills hidden values is what trivium impute evaluate tells.",
                    filled.filledCells(), (long) series.length() * series.width(), 100 * filled.level()));
            page.write("Gaps of " + name + ", filled", List.of(filled.filledCells() == 0 ? Section.of("Fills", statement)
                    : Section.of("Fills", statement, LineFigure.of(FilledChart.of(FilledChart.table(filled, Optional.empty()), ROWS_DRAWN,
                            "The rows in which most was filled", "Model: " + model.getFileName())))));
        }
    }

    private void print(Session session, FilledSeries filled, List<Path> written) {
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("model", model.toString());
            map.put("rows", filled.values().length());
            map.put("series", filled.values().width());
            map.put("filledCells", filled.filledCells());
            map.put("level", filled.level());
            map.put("written", written.stream().map(Path::toString).toList());
            Json.print(session, map);
            return;
        }
        if (out == null) {
            ForecastTable.lines(filled.values(), ROWS_PRINTED).forEach(session.out()::println);
        }
        Report report = new Report().row("filled", String.format(Locale.ROOT, "%,d of %,d cells, each with an interval meant to hold %.0f %% of"
                + " such values", filled.filledCells(), (long) filled.values().length() * filled.values().width(), 100 * filled.level()));
        written.forEach(file -> report.row("written", file.toString()));
        report.toOut(session);
    }

    /** Reads {@code 80} as 0.8. */
    static final class Percent implements ITypeConverter<Double> {

        @Override
        public Double convert(String text) {
            if (!List.of("50", "80", "90", "95").contains(text.strip())) {
                throw new TypeConversionException("must be 50, 80, 90 or 95, got " + text);
            }
            return Integer.parseInt(text.strip()) / 100.0;
        }
    }
}
