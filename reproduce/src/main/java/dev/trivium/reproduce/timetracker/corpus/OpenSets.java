package dev.trivium.reproduce.timetracker.corpus;

import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DataFile;
import dev.trivium.data.catalog.DataSet;
import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.data.catalog.Progress;
import dev.trivium.data.catalog.Reading;
import dev.trivium.data.series.SeriesSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the openly licensed sets of the corpus through the catalogue, which checks every file's checksum. */
final class OpenSets {

    static final String ELECTRICITY = "electricity_sample";
    static final String BEIJING = "beijing_multisite";
    static final String ITALY = "italy_air_quality";

    private final DatasetCache cache;

    OpenSets(DatasetCache cache) {
        this.cache = cache;
    }

    /** {@return electricity, Beijing and Italy, in this order} */
    List<OpenSet> read() throws IOException {
        try {
            return List.of(electricity(), beijing(), italy());
        } catch (IOException e) {
            throw new IOException("the open sets of the corpus must be readable, from a mirror folder or by download (without them: "
                    + "--small), got " + e.getMessage(), e);
        }
    }

    private OpenSet electricity() throws IOException {
        DataSet set = Catalog.builtIn().get(ELECTRICITY);
        DataFile table = set.file("electricity.csv");
        DataFile array = set.file("electricity35.npy");
        List<float[]> series = new ArrayList<>(columns(set.reading().orElseThrow().read(file(set, table)).series()));
        series.addAll(NpyTable.rows(file(set, array)));
        return new OpenSet(set.name(), set.terms().licence(), List.of(identity(table), identity(array)), series);
    }

    /** Every station's file is read as the first one's. */
    private OpenSet beijing() throws IOException {
        DataSet set = Catalog.builtIn().get(BEIJING);
        Reading reading = set.reading().orElseThrow();
        List<float[]> series = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (DataFile station : set.files()) {
            series.addAll(columns(reading.read(file(set, station)).series()));
            names.add(identity(station));
        }
        return new OpenSet(set.name(), set.terms().licence(), names, series);
    }

    private OpenSet italy() throws IOException {
        DataSet set = Catalog.builtIn().get(ITALY);
        Reading reading = set.reading().orElseThrow();
        DataFile table = set.file(reading.file());
        return new OpenSet(set.name(), set.terms().licence(), List.of(identity(table)), columns(reading.read(file(set, table)).series()));
    }

    private Path file(DataSet set, DataFile file) throws IOException {
        return cache.get(set, file, Progress.none());
    }

    private static String identity(DataFile file) {
        return file.name() + ", " + file.identity();
    }

    private static List<float[]> columns(SeriesSet set) {
        List<float[]> columns = new ArrayList<>();
        for (int s = 0; s < set.width(); s++) {
            double[] column = set.column(s);
            float[] x = new float[column.length];
            for (int t = 0; t < x.length; t++) {
                x[t] = (float) column[t];
            }
            columns.add(x);
        }
        return columns;
    }
}
