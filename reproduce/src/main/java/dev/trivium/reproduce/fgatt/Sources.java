package dev.trivium.reproduce.fgatt;

import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DataSet;
import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.data.catalog.Progress;
import dev.trivium.data.catalog.Reading;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** The data sets, through the catalogue. */
final class Sources {

    private static final String AQI36 = "AQI36";

    private final DatasetCache cache;

    Sources(DatasetCache cache) {
        this.cache = cache;
    }

    /**
     * {@return the traffic of the 5G cells} Its file has row numbers; the rows are taken for hours, as the period of 24 suggests, and the
     * first for a midnight and a Monday, which nobody knows. Only the networks with a calendar see it.
     */
    SeriesSet cells() throws IOException {
        SeriesSet cells = cache.read(Catalog.builtIn().get("5G_cells"), Progress.none()).series();
        return cells.withTime(TimeAxis.every(Duration.ofHours(1), Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC, cells.length()));
    }

    /** {@return all that was measured} */
    SeriesSet aqi36() throws IOException {
        return cache.read(Catalog.builtIn().get(AQI36), Progress.none()).series();
    }

    /** {@return what the published mask leaves of it} */
    SeriesSet aqi36Visible() throws IOException {
        DataSet set = Catalog.builtIn().get(AQI36);
        Reading reading = set.reading().orElseThrow();
        return reading.read(cache.get(set, set.file("pm25_missing.txt"), Progress.none())).series();
    }
}
