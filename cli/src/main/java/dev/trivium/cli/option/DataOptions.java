package dev.trivium.cli.option;

import dev.trivium.cli.record.Reads;
import dev.trivium.cli.terminal.FetchProgress;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DataSet;
import dev.trivium.data.catalog.Reading;
import dev.trivium.data.csv.CsvReading;
import dev.trivium.data.csv.CsvSeries;
import dev.trivium.data.series.SeriesSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The series that a command works on: a CSV file, or a data set of the catalogue. */
public final class DataOptions {

    private static final Set<Class<?>> OF_DATA = Set.of(DataOptions.class, CsvOption.class, DialectOption.class, CacheOptions.class);

    @Reads
    @Option(names = "--data", required = true, paramLabel = "FILE|NAME",
            description = "CSV file (plain, .gz, .zip), or a data set of the catalogue (trivium data list).")
    private String data = "";

    @Mixin
    private CsvOption csv = new CsvOption();

    @Mixin
    private CacheOptions cache = new CacheOptions();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The fields are set by the command line. */
    public DataOptions() {}

    /** {@return the options on data as they were typed, for a command that reads the same data} */
    public String typed() {
        return TypedOptions.of(spec, OF_DATA);
    }

    /**
     * Reads the series.
     *
     * @throws IOException if the file cannot be had or read
     * @throws ParameterException if there is neither such a file nor such a data set
     */
    public DataRead read(Session session) throws IOException {
        Path file = Path.of(data);
        if (Files.exists(file)) {
            session.trail().reads("--data", file);
            return noted(session, new DataRead(String.valueOf(file.getFileName()), CsvSeries.read(file, csv.options()), Optional.empty()));
        }
        if (!Catalog.builtIn().contains(data)) {
            throw new ParameterException(spec.commandLine(), "--data: no such file, and " + CatalogName.unknown(data));
        }
        DataSet set = Catalog.builtIn().get(data);
        if (csv.describesAFile()) {
            throw new ParameterException(spec.commandLine(),
                    "--data " + set.name() + " is read as the catalogue says: of the options for CSV files only --columns may be given");
        }
        CsvReading reading = cache.cache().read(set, new FetchProgress(session));
        session.status().clear();
        session.trail().readsFromCatalogue("--data", cache.cache().path(set, set.main()));
        return noted(session, new DataRead(set.name(), selected(reading, csv.columns()), set.reading().flatMap(Reading::split)));
    }

    private static DataRead noted(Session session, DataRead read) {
        session.trail().data(read.name(), read.series().sha256());
        return read;
    }

    private static CsvReading selected(CsvReading reading, List<String> columns) {
        if (columns.isEmpty()) {
            return reading;
        }
        SeriesSet series = reading.series().select(columns);
        return new CsvReading(series, reading.format(), reading.rows(), reading.insertedRows(), series.missing(), reading.notes());
    }
}
