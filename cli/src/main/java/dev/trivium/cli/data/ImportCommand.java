package dev.trivium.cli.data;

import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.csv.CsvSeries;
import dev.trivium.data.importer.Imported;
import dev.trivium.data.importer.Importer;
import dev.trivium.data.importer.Importers;
import dev.trivium.data.series.SeriesSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Turns a log that is no table into a CSV file with a time column. */
@Command(
        name = "import",
        header = "Turn a log of packets or records into a CSV file with a time column.",
        description = {"", "Lost packets and missing records become empty fields.", "", "Formats",
            "  ulb-readings   ULB sensor network, sensor packets (R1.txt …, readings.txt)",
            "  ulb-links      ULB sensor network, neighbour packets (N1.txt …); part rssi or lqi",
            "  umich-rss      CRAWDAD umich/rss, dataLinear.css",
            "  rutgers-noise  CRAWDAD rutgers/noise; part: noise level in dBm, such as -10",
            "  ucc-5g         UCC 5G production data set; part: path of a log inside the zip",
            "  lte-cells      hourly LTE traffic, a folder; part train or test",
            "  lte-kpi        hourly LTE figures, df_hourly_sample.csv", ""},
        footer = {"", "Examples", "  trivium data import ulb-readings library1data.tgz --out library1.csv",
            "  trivium data import rutgers-noise rutgers_noise.tar.gz --part=-10 --out noise.csv"})
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FORMAT", description = "One of the formats above.")
    private String format = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "The file as published, plain or packed, or the folder it was unpacked to.")
    private Path path = Path.of("");

    @Option(names = "--part", paramLabel = "PART", description = "Which part of the log to read, where there are several.")
    private @Nullable String part;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV file to write, gzipped if it ends in .gz.")
    private Path out = Path.of("");

    @Mixin
    private Outputs outputs = new Outputs();

    @Option(names = "--json", description = "Print what was read as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        outputs.require("--out", out);
        Imported imported;
        try {
            Importer importer = Importers.get(format);
            imported = importer.read(path, Optional.ofNullable(part));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        CsvSeries.write(out, imported.series());
        print(session, imported);
        return 0;
    }

    private void print(Session session, Imported imported) {
        SeriesSet series = imported.series();
        long cells = (long) series.length() * series.width();
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("rows", series.length());
            map.put("series", series.width());
            map.put("missingCells", series.missing());
            map.put("notes", imported.notes());
            map.put("written", out.toString());
            Json.print(session, map);
            return;
        }
        Report report = new Report().row("rows", series.time().toString()).row("series", Integer.toString(series.width()))
                .row("missing", String.format(Locale.ROOT, "%d of %d cells (%.1f %%)", series.missing(), cells, 100.0 * series.missing() / cells));
        imported.notes().forEach(note -> report.row("note", note));
        report.row("written", out.toString()).toOut(session);
    }
}
