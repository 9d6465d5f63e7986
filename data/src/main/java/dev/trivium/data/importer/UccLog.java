package dev.trivium.data.importer;

import dev.trivium.data.importer.LogFiles.Line;
import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One log of a phone in a 5G network, University College Cork (Raca et al., MMSys 2020), out of {@code 5G-production-dataset.zip}.
 *
 * <p>83 CSV files with a header, about one record a second; stamps {@code yyyy.MM.dd_HH.mm.ss} without a zone; {@code -} or 2147483647, what
 * Android's signal strengths say for "unavailable", where the phone had no figure. Series: speed and the radio figures below. Seconds without a record are gaps, as are fields without a figure; of several records in
 * one second, the first figure of each column stays.
 *
 * <p>Part: the path of a log, or so much of its end or middle that one log has it, such as {@code Download/Static/B_2019.12.14}; must be
 * given where there are several.
 */
final class UccLog implements Importer {

    private static final List<String> NO_FIGURE = List.of("-", "2147483647", "2147483647.0"); // as the logs write it
    private static final Map<String, Optional<String>> COLUMNS = new LinkedHashMap<>();

    static {
        for (String column : List.of("Speed km/h", "RSRP dBm", "RSRQ dB", "SNR dB", "CQI", "RSSI dBm", "DL_bitrate kbit/s", "UL_bitrate kbit/s",
                "NRxRSRP dBm", "NRxRSRQ dB")) {
            String[] parts = column.split(" ");
            COLUMNS.put(parts[0], parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
        }
    }

    @Override
    public String name() {
        return "ucc-5g";
    }

    @Override
    public String title() {
        return "UCC 5G production data set, one log of a phone: 5G-production-dataset.zip or one of its CSV files";
    }

    @Override
    public Optional<String> parts() {
        return Optional.of("path of a log inside the zip, or enough of it");
    }

    @Override
    public Imported read(Path path, Optional<String> part) throws IOException {
        List<String> logs = LogFiles.names(path, name -> name.endsWith(".csv"));
        List<String> chosen = logs.stream().filter(name -> part.isEmpty() || name.contains(part.get())).toList();
        if (logs.isEmpty()) {
            throw new ImportException(path.toString(), "must hold a CSV file, got none");
        }
        if (chosen.size() != 1) {
            throw new IllegalArgumentException("part must name one log, got " + part.orElse("none") + ", which fits " + chosen.size() + " of:\n"
                    + String.join("\n", chosen.isEmpty() ? logs : chosen));
        }
        Stamped records = new Stamped("uuuu.MM.dd_HH.mm.ss", 1);
        Log log = new Log(records);
        LogFiles.lines(path, chosen.get(0)::equals, log::line);
        return records.finish(path, false, Optional.of("a second"));
    }

    /** Reads the lines of one log. */
    private static final class Log {

        private final Stamped records;
        private List<String> header = List.of();
        private long last = Long.MIN_VALUE;

        Log(Stamped records) {
            this.records = records;
        }

        void line(Line line) throws ImportException {
            List<String> fields = Arrays.asList(line.text().split(",", -1));
            if (line.number() == 1) {
                if (!fields.contains("Timestamp") || !fields.containsAll(COLUMNS.keySet())) {
                    throw line.error("must be a header with Timestamp and " + COLUMNS.keySet() + ", got " + line.text());
                }
                header = fields;
                return;
            }
            if (fields.size() != header.size()) {
                throw line.error("must have " + header.size() + " fields, got " + fields.size());
            }
            long row = records.row(line, fields.get(header.indexOf("Timestamp")));
            if (row == last) {
                records.repeated();
            }
            last = row;
            for (Map.Entry<String, Optional<String>> column : COLUMNS.entrySet()) {
                records.put(line, row, new Variable(column.getKey(), column.getValue()), fields.get(header.indexOf(column.getKey())), NO_FIGURE);
            }
        }
    }
}
