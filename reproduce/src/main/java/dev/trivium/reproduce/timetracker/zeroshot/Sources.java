package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DataSet;
import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.data.catalog.Progress;
import dev.trivium.data.importer.Importer;
import dev.trivium.data.importer.Importers;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The data sets, through the catalogue. */
final class Sources {

    private static final String LTE = "lte_cells";
    private static final String CELLS = "5G_cells";

    private final DatasetCache cache;

    Sources(DatasetCache cache) {
        this.cache = cache;
    }

    /** {@return all rows of a set; what the file writes for missing is missing} */
    SeriesSet read(StudySet.Source source) throws IOException {
        DataSet set = Catalog.builtIn().get(source.dataset());
        SeriesSet series = set.name().equals(LTE) ? lte(set) : cache.read(set, Progress.none()).series();
        if (set.name().equals(CELLS)) { // the file numbers its rows; taken for hours, the first for a midnight, which nobody knows
            series = series.withTime(TimeAxis.every(Duration.ofHours(1), Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC, series.length()));
        }
        return Double.isNaN(source.missing()) ? series : withGaps(series, source.missing());
    }

    private SeriesSet lte(DataSet set) throws IOException {
        Path folder = cache.all(set, Progress.none()).get(0).toAbsolutePath().getParent();
        Importer importer = Importers.get("lte-cells");
        return joined(importer.read(folder, Optional.of("train")).series(), importer.read(folder, Optional.of("test")).series());
    }

    /** {@return two runs of rows of the same series as one} */
    static SeriesSet joined(SeriesSet first, SeriesSet second) {
        if (!second.time().continues(first.time()) || !first.variables().equals(second.variables())) {
            throw new IllegalArgumentException("second must go on where first ends, with the same series, got " + first + " and " + second);
        }
        double[] values = new double[(first.length() + second.length()) * first.width()];
        first.copyRows(0, first.length(), values, 0);
        second.copyRows(0, second.length(), values, first.length() * first.width());
        Instant start = first.time().instant(0).orElseThrow();
        ZoneId zone = first.time().zone().orElseThrow();
        TimeAxis time = TimeAxis.every(first.time().step().orElseThrow(), start, zone, first.length() + second.length());
        return SeriesSet.of(time, first.variables(), values);
    }

    static SeriesSet withGaps(SeriesSet series, double marker) {
        double[] values = series.toArray();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == marker) {
                values[i] = Double.NaN;
            }
        }
        return SeriesSet.of(series.time(), series.variables(), values);
    }
}
