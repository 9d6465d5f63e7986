package dev.trivium.data.importer;

import dev.trivium.data.importer.LogFiles.Line;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Received signal strength between Mica2 motes, CRAWDAD set umich/rss (DOI 10.15783/C7R30H), file {@code dataLinear.css}.
 *
 * <p>One line a directed link, comma-separated readings of the radio's converter, one every half second. Links are the ordered pairs of motes:
 * 1 with 2, 1 with 3, …, 1 with n, 2 with 1, …; n (n - 1) lines. Zeros at the start of a line mean that the link has not been heard yet and are
 * gaps here. Which mote of a pair sends is not stated, and no time of day: series {@code 1-2} over a plain index. In this file a reading is
 * held until the next packet comes, so most steps repeat the one before.
 */
final class UmichRss implements Importer {

    @Override
    public String name() {
        return "umich-rss";
    }

    @Override
    public String title() {
        return "CRAWDAD umich/rss, signal strength of all links: dataLinear.css";
    }

    @Override
    public Optional<String> parts() {
        return Optional.empty();
    }

    @Override
    public Imported read(Path path, Optional<String> part) throws IOException {
        Parts.none(part);
        List<Line> lines = new ArrayList<>();
        LogFiles.lines(path, name -> name.matches("(.*/)?dataLinear\\.css"), line -> lines.add(line));
        int motes = (int) Math.round((1 + Math.sqrt(1 + 4.0 * lines.size())) / 2);
        if (lines.isEmpty() || motes * (motes - 1) != lines.size()) {
            throw new ImportException(path.toString(), "must have n (n - 1) lines, one for each ordered pair of n motes, got " + lines.size());
        }
        CellTable cells = new CellTable();
        int width = lines.get(0).text().split(",", -1).length;
        for (int i = 0; i < lines.size(); i++) {
            int first = i / (motes - 1);
            int second = i % (motes - 1);
            String name = (first + 1) + "-" + (second + (second >= first ? 2 : 1));
            link(lines.get(i), Variable.of(name), width, cells);
        }
        return new Imported(cells.on(TimeAxis.index(0, 1, cells.length(path.toString()))), List.of());
    }

    private static void link(Line line, Variable link, int width, CellTable cells) throws ImportException {
        String[] fields = line.text().split(",", -1);
        if (fields.length != width) {
            throw line.error("must have " + width + " readings, as the first line has, got " + fields.length);
        }
        boolean heard = false;
        for (int t = 0; t < fields.length; t++) {
            double value = line.number("reading " + (t + 1), fields[t].strip());
            heard |= value != 0;
            cells.put(t, link, heard ? value : Double.NaN);
        }
    }
}
