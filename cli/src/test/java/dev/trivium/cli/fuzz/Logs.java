package dev.trivium.cli.fuzz;

import dev.trivium.data.importer.Imported;
import dev.trivium.data.importer.Importers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Logs of every importer. */
final class Logs {

    private Logs() {}

    static List<Format> all() {
        String readings = "1163497985546 2 1000 21,21 2,68 52,11 22,14 41 42\n1163498105546 2 1002 21,25 2,68 52 -22,5 40 41\n1163498045546 10 1001 20 2,6 50 21 1 2\n";
        String links = "1163438002000 0 0 16 13 8 234\n1163438002000 1 0 16 15 246 3\n1163438062000 0 1 16 13 -48 128\n";
        String cars = "Timestamp,Longitude,Speed,RSRP,RSRQ,SNR,CQI,RSSI,DL_bitrate,UL_bitrate,NRxRSRP,NRxRSRQ\n2019.11.25_15.34.34,1,0,-79,-12,10.0,8,-,1,3,-,-\n"
                + "2019.11.25_15.34.36,1,0,-77,-12,-,2147483647,-60,1,3,-90,2147483647.0\n";
        return List.of(
                log("ulb-readings", ".txt", readings, " ", "", Wrap.PLAIN),
                log("ulb-links", ".txt", links, " ", "", Wrap.PLAIN),
                log("umich-rss", ".css", "0,0,5,5\n7,0,7,7\n0,1,2,3\n1,1,1,1\n1,1,1,1\n0,0,0,0\n", ",", "", Wrap.PLAIN),
                log("lte-kpi", ".csv", "Cell;Datetime;Volume;Load\nc1;2019-01-01 00:00:00;5;0.5\nc2;2019-01-01 01:00:00;;0.25\nc1;2019-01-01 02:00:00;6;1\n", ";", "", Wrap.PLAIN),
                log("lte-cells", ".d", "DateTime,Traffic\n10/23/2017 00:00,29.2\n10/23/2017 02:00,18\n", ",", "", Wrap.CELLS),
                log("rutgers-noise", ".d", "0 31\n1 128\n3 28\n", " ", "-5", Wrap.NOISE),
                log("ucc-5g", ".zip", cars, ",", "a/B_1", Wrap.ZIP));
    }

    private enum Wrap { PLAIN, CELLS, NOISE, ZIP }

    private static Format log(String importer, String ending, String text, String separators, String part, Wrap wrap) {
        return new TextFormat("log " + importer, wrap == Wrap.PLAIN ? ending : "", List.of(text), separators,
                List.of("1163498045546", "10/23/2017 01:00", "2019-01-01 05:00:00", "0", "-1", "128", "255", "2147483647"), TextFormat::isText, file -> {
                    Imported imported = Importers.get(importer).read(wrapped(file, ending, wrap), Optional.of(part).filter(p -> !p.isEmpty()));
                    return () -> {
                        String.valueOf(imported.notes() + imported.series().time().toString());
                        return Arrays.stream(imported.series().toArray()).filter(x -> !Double.isNaN(x)).toArray();
                    };
                });
    }

    private static Path wrapped(Path file, String ending, Wrap wrap) throws IOException {
        Path outer = Path.of(file + ending);
        switch (wrap) {
            case PLAIN -> {
                return file;
            }
            case CELLS -> put(file, outer.resolve("train_Cell000111.csv"));
            case NOISE -> put(file, outer.resolve("dbm-5/Results_node1-2_x/sdec1-4"));
            default -> {
                try (OutputStream out = Files.newOutputStream(outer); ZipOutputStream zip = new ZipOutputStream(out)) {
                    zip.putNextEntry(new ZipEntry("a/B_1.csv"));
                    Files.copy(file, zip);
                }
            }
        }
        return outer;
    }

    private static void put(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.write(to, Files.readAllBytes(from));
    }
}
