package dev.trivium.data.importer;

import dev.trivium.data.importer.LogFiles.Line;
import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Hourly performance figures of LTE cells in Brazil: {@code df_hourly_sample.csv} of the repository
 * {@code rdemarqui/traffic_prediction_and_congestion}.
 *
 * <p>Semicolons; a header that starts with {@code Cell;Datetime}, then one record a cell and hour, {@code yyyy-MM-dd HH:mm:ss}. Units are not
 * stated. Series {@code cell0001.Data_Volume}, … in the order of cells; hours without a record and empty fields are gaps.
 */
final class LteKpi implements Importer {

    @Override
    public String name() {
        return "lte-kpi";
    }

    @Override
    public String title() {
        return "hourly figures of LTE cells in Brazil: df_hourly_sample.csv";
    }

    @Override
    public Optional<String> parts() {
        return Optional.empty();
    }

    @Override
    public Imported read(Path path, Optional<String> part) throws IOException {
        Parts.none(part);
        Stamped records = new Stamped("uuuu-MM-dd HH:mm:ss", 3600);
        Table table = new Table(records);
        LogFiles.lines(path, name -> name.matches("(.*/)?df_hourly_sample\\.csv"), table::line);
        return records.finish(path, false, Optional.of("a cell and hour"));
    }

    /** Reads the lines of the table. */
    private static final class Table {

        private final Stamped records;
        private List<String> header = List.of();

        Table(Stamped records) {
            this.records = records;
        }

        void line(Line line) throws ImportException {
            List<String> fields = List.of(line.text().split(";", -1));
            if (line.number() == 1) {
                if (fields.size() < 3 || !fields.subList(0, 2).equals(List.of("Cell", "Datetime"))) {
                    throw line.error("must be a header Cell;Datetime;…, got " + line.text());
                }
                header = fields;
                return;
            }
            if (fields.size() != header.size()) {
                throw line.error("must have " + header.size() + " fields, got " + fields.size());
            }
            long row = records.row(line, fields.get(1));
            boolean fresh = true;
            for (int c = 2; c < header.size(); c++) {
                fresh &= records.put(line, row, Variable.of(fields.get(0) + "." + header.get(c)), fields.get(c), List.of());
            }
            if (!fresh) {
                records.repeated();
            }
        }
    }
}
