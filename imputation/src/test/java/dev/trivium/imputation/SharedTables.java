package dev.trivium.imputation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivium.data.importer.Importers;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Plain tables of numbers from the folder {@code shared} beside the checkout, on an integer axis. */
public final class SharedTables {

    private static final Map<String, SeriesSet> READ = new HashMap<>();

    private SharedTables() {}

    /** Hourly PM2.5 at 36 stations of Beijing; the stamp of row t is May 1st 2014, 1:00, and t hours. */
    public static SeriesSet aqi36(String file) throws IOException {
        return table(lines("imputation/AQI36/" + file), 1);
    }

    /** 5G traffic of 100 cells. */
    public static SeriesSet cells5g() throws IOException {
        return table(lines("wireless/gotsf_5g_cells/wireless.csv.gz"), 1);
    }

    /** Signal strength of 182 radio links; the file has a line for each link. */
    public static SeriesSet links() throws IOException {
        List<double[]> lines = lines("wireless/umich_rss/dataLinear.css.gz").stream().map(line -> numbers(line, 0)).toList();
        double[] values = new double[lines.size() * lines.get(0).length];
        for (int i = 0; i < values.length; i++) {
            values[i] = lines.get(i % lines.size())[i / lines.size()];
        }
        return series(lines.size(), values);
    }

    /** Temperature ({@code temp}) or light ({@code par}) at 19 motes, a value a minute. */
    public static SeriesSet moteReadings(String channel) throws IOException {
        SeriesSet all = motes("ulb-readings");
        return all.select(all.names().stream().filter(name -> name.endsWith("." + channel)).toList());
    }

    /** Signal strength of the 324 links between motes that are heard more often than not; in the order of the mote that hears. */
    public static SeriesSet moteLinks() throws IOException {
        SeriesSet all = motes("ulb-links");
        return all.select(IntStream.range(0, all.width())
                .filter(s -> Arrays.stream(all.column(s)).filter(value -> !Double.isNaN(value)).count() > all.length() / 2)
                .mapToObj(s -> all.names().get(s)).sorted(Comparator.comparing(SharedTables::hearsFirst)).toList());
    }

    /** Read once: the log is long. */
    private static synchronized SeriesSet motes(String importer) throws IOException {
        SeriesSet known = READ.get(importer);
        if (known == null) {
            known = Importers.get(importer).read(path("wireless/ulb_wsn/library1data.tgz"), Optional.empty()).series();
            READ.put(importer, known);
        }
        return known;
    }

    private static String hearsFirst(String link) {
        String[] motes = link.split(">", -1);
        return motes[1] + motes[0];
    }

    private static SeriesSet table(List<String> lines, int first) {
        double[] values = lines.stream().skip(1).flatMapToDouble(line -> Arrays.stream(numbers(line, first))).toArray();
        return series(values.length / (lines.size() - 1), values);
    }

    private static double[] numbers(String line, int first) {
        String[] cells = line.strip().split(",", -1);
        return IntStream.range(first, cells.length).mapToDouble(c -> cells[c].isEmpty() ? Double.NaN : Double.parseDouble(cells[c])).toArray();
    }

    private static SeriesSet series(int width, double[] values) {
        return SeriesSet.of(TimeAxis.index(0, 1, values.length / width), IntStream.range(0, width).mapToObj(s -> Variable.of("n" + s)).toList(),
                values);
    }

    private static Path path(String file) {
        Optional<Path> shared = folder();
        assumeTrue(shared.isPresent(), "skipped: ../shared is absent");
        return shared.get().resolve("data").resolve(file);
    }

    private static List<String> lines(String file) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(path(file))), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static Optional<Path> folder() {
        String named = System.getenv("TRIVIUM_SHARED");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".ci"))) {
                return Optional.of(at.resolveSibling("shared")).filter(Files::isDirectory);
            }
        }
        return Optional.empty();
    }
}
