package dev.trivium.data.importer;

import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Hourly traffic of LTE cells, one file a cell: {@code train_Cell000111.csv} …, and {@code test_Cell000111.csv} … for the week that follows.
 *
 * <p>A header {@code DateTime,Traffic}, then {@code M/d/yyyy H:mm} and a number in a unit that is not stated. Series: one a cell,
 * {@code Cell000111}. Hours without a record are gaps; of several records of an hour the first stays.
 *
 * <p>Part: {@code train} (standard) or {@code test}.
 */
final class LteCells implements Importer {

    @Override
    public String name() {
        return "lte-cells";
    }

    @Override
    public String title() {
        return "hourly traffic of LTE cells, a folder with train_Cell….csv and test_Cell….csv";
    }

    @Override
    public Optional<String> parts() {
        return Optional.of("train or test");
    }

    @Override
    public Imported read(Path path, Optional<String> part) throws IOException {
        String files = "(.*/)?" + Parts.choose(part, List.of("train", "test")) + "_Cell\\d+\\.csv";
        Stamped records = new Stamped("M/d/uuuu H:mm", 3600);
        LogFiles.lines(path, name -> name.matches(files), line -> {
            if (line.number() == 1) {
                if (!line.text().equals("DateTime,Traffic")) {
                    throw line.error("must be the header DateTime,Traffic, got " + line.text());
                }
                return;
            }
            String[] fields = line.text().split(",", -1);
            if (fields.length != 2) {
                throw line.error("must have 2 fields, got " + fields.length);
            }
            String cell = line.file().isEmpty() ? "Traffic" : line.fileName().replaceAll(".*_|\\.csv", "");
            if (!records.put(line, records.row(line, fields[0]), Variable.of(cell), fields[1], List.of())) {
                records.repeated();
            }
        });
        return records.finish(path, true, Optional.of("an hour"));
    }
}
