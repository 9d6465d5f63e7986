package dev.trivium.cli.audit;

import dev.trivium.data.csv.CsvOptions;
import dev.trivium.data.csv.CsvSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.timeseries.timetracker.SeriesSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws for a pre-training from all rows of a CSV file, which describes itself as the corpus of the shipped weights does. */
record FileSource(SeriesSet series, Map<String, Object> describe) implements SeriesSource {

    static FileSource of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = String.format(Locale.ROOT, "%s, %d bytes, SHA-256 %s", file.getFileName(), bytes.length, sha256(bytes));
        SeriesSet series = CsvSeries.read(file, CsvOptions.defaults()).series();
        return new FileSource(series, Map.of("openSets", List.of(Map.of("name", "plant", "licence", "own", "series", series.width(), "files",
                List.of(text)))));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void draw(long index, float[] values) {
        int rows = series.length() - values.length;
        int from = (int) (index * 37 % Math.max(1, rows));
        for (int t = 0; t < values.length; t++) {
            values[t] = (float) series.value(from + t, (int) (index % series.width()));
        }
    }
}
