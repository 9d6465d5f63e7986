package dev.trivium.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportersTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.toAbsolutePath().getParent());
        return Files.writeString(path, text, StandardCharsets.ISO_8859_1);
    }

    private static Imported read(String format, Path path, String part) throws IOException {
        return Importers.get(format).read(path, part.isEmpty() ? Optional.empty() : Optional.of(part));
    }

    private static String refused(String format, Path path) {
        return assertThrows(IOException.class, () -> read(format, path, "")).getMessage();
    }

    private static double value(SeriesSet series, int row, String name) {
        return series.value(row, series.indexOf(name));
    }

    @Test
    void aSensorPacketHasDecimalCommasAndAStrayByteInItsNumber() throws IOException {
        Path log = file("R9.txt", "1163497985546 2 1\u00a0000 21,21 2,68 52,11 22,14 41 42\r\n"
                + "1163498105546 2 1\u00ff002 21,25 2,68 52 -22,5 40 41\r\n\r\n"
                + "1163498105546 2 1\u00ff002 21,25 2,68 52 -22,5 40 41\r\n"
                + "1163498045546 10 1001 20 2,6 50 21 1 2\r\n");
        Imported imported = read("ulb-readings", log, "");
        SeriesSet series = imported.series();
        assertEquals("2006-11-14T09:53 … 2006-11-14T09:55 by 1 min (3)", series.time().toString().replace(":00 ", " "));
        assertEquals(List.of("n02.humidity", "n02.par", "n02.temp", "n02.tempInt", "n02.tsr", "n02.voltage"), series.names().subList(0, 6));
        assertEquals(22.14, value(series, 0, "n02.temp"));
        assertFalse(series.observed(1, series.indexOf("n02.temp")));
        assertEquals(-22.5, value(series, 2, "n02.temp"));
        assertEquals(21, value(series, 1, "n10.temp"));
        assertEquals(Variable.of("n02.temp", "°C"), series.variables().get(2));
        assertEquals(List.of("1 sensor packets of a mote and sequence number that had come were dropped",
                "3 sequence numbers were read without the byte 0xA0 or 0xFF inside them", "1 blank lines were skipped"), imported.notes());
    }

    @Test
    void aBrokenPacketIsAnErrorWithItsLine() throws IOException {
        Path log = file("readings.txt", "1163497985546 2 1 21,21 2,68 52,11 22,14 41 42\n1163497985546 2 1 21,21 2,68\n");
        assertEquals(log + ":2: must have 9 fields between single spaces, got 5", refused("ulb-readings", log));
        Path number = file("bad.txt", "1163497985546 2 1 warm 2,68 52,11 22,14 41 42\n");
        assertEquals(number + ":1: tempInt must be a number, got warm", refused("ulb-readings", number));
        Path none = file("none/other.txt", "x").getParent();
        assertEquals(none + ": must hold a file of this format, got none", refused("ulb-readings", none));
        assertEquals(folder.resolve("gone") + ": no such file or folder", refused("ulb-readings", folder.resolve("gone")));
    }

    @Test
    void aLinkIsReadAsStrengthOrAsQuality() throws IOException {
        Path log = file("N1.txt", "1163438002000 0 0 16 13 8 234\n1163438002000 1 0 16 15 246 3\n1163438062000 0 1 16 13 -48 128\n");
        SeriesSet rssi = read("ulb-links", log, "").series();
        assertEquals(List.of("n13>n16", "n15>n16"), rssi.names());
        assertEquals(-22 - 45, rssi.value(0, 0));
        assertEquals(3 - 45, rssi.value(0, 1));
        assertEquals(-128 - 45, rssi.value(1, 0));
        SeriesSet lqi = read("ulb-links", log, "lqi").series();
        assertEquals(120, lqi.value(0, 0));
        assertEquals(383 - 246, lqi.value(0, 1));
        assertEquals(383 - 208, lqi.value(1, 0)); // -48 is the byte 208
        var e = assertThrows(IllegalArgumentException.class, () -> read("ulb-links", log, "snr"));
        assertEquals("part must be one of rssi, lqi, got snr", e.getMessage());
    }

    @Test
    void zerosBeforeTheFirstPacketOfALinkAreGaps() throws IOException {
        Path log = file("x.css", "0,0,5,5\n7,0,7,7\n0,1,2,3\n1,1,1,1\n1,1,1,1\n0,0,0,0\n");
        SeriesSet series = read("umich-rss", log, "").series();
        assertEquals(List.of("1-2", "1-3", "2-1", "2-3", "3-1", "3-2"), series.names());
        assertTrue(Double.isNaN(series.value(1, 0)));
        assertEquals(5, series.value(2, 0));
        assertEquals(0, series.value(1, 1)); // a zero later is as read
        assertEquals(4 + 2 + 1, series.missing());
        assertEquals(log + ": must have n (n - 1) lines, one for each ordered pair of n motes, got 3",
                refused("umich-rss", file("x.css", "1,2\n3,4\n5,6\n")));
        assertEquals(log + ":2: must have 2 readings, as the first line has, got 1", refused("umich-rss", file("x.css", "1,2\n3\n")));
    }

    @Test
    void anAbsentPacketNumberIsALostPacket() throws IOException {
        file("rn/dbm-5/Results_node1-2_x/sdec1-4", "0 31\n1 128\n3 28\n");
        file("rn/dbm-5/Results_node1-2_x/sdec10-4", "1 255\n");
        file("rn/dbm-5/Results_node1-2_x/sdec2-4", "");
        file("rn/dbm0/Results_node1-2_x/sdec1-4", "0 9\n");
        Imported imported = read("rutgers-noise", folder.resolve("rn"), "-5");
        SeriesSet series = imported.series();
        assertEquals(List.of("1-2/1-4", "1-2/2-4", "1-2/10-4"), series.names());
        assertEquals(4, series.length());
        assertEquals(31, series.value(0, 0));
        assertEquals(28, series.value(3, 0));
        assertEquals(2 + 4 + 4, series.missing());
        assertEquals(List.of("1 packets with strength 128, an error, were taken for missing",
                "1 packets with a strength above 128, outside the stated range, were taken for missing"), imported.notes());
        var none = assertThrows(IllegalArgumentException.class, () -> read("rutgers-noise", folder.resolve("rn"), ""));
        assertEquals("part must be a noise level in dBm, one of -5, 0, got none", none.getMessage());
    }

    @Test
    void aPhoneLogIsFoundInsideItsZip() throws IOException {
        String header = "Timestamp,Longitude,Speed,RSRP,RSRQ,SNR,CQI,RSSI,DL_bitrate,UL_bitrate,NRxRSRP,NRxRSRQ\n";
        Path zip = folder.resolve("logs.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("__MACOSX/a/._B_1.csv", "a/B_1.csv", "b/B_2.csv")) {
                out.putNextEntry(new ZipEntry(name));
                out.write((header + "2019.11.25_15.34.34,1,0,-79,-12,10.0,8,-,1,3,-,-\n" + "2019.11.25_15.34.34,1,0,-78,-12,10.0,8,-61,1,3,-,-\n"
                        + "2019.11.25_15.34.36,1,0,-77,-12,-,2147483647,-60,1,3,-90,2147483647.0\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Imported imported = read("ucc-5g", zip, "a/B_1");
        SeriesSet series = imported.series();
        assertEquals(3, series.length());
        assertEquals(-79, value(series, 0, "RSRP"));
        assertEquals(-61, value(series, 0, "RSSI"));
        assertFalse(series.observed(1, 0));
        assertFalse(series.observed(2, series.indexOf("SNR")));
        assertEquals(-90, value(series, 2, "NRxRSRP"));
        assertFalse(series.observed(2, series.indexOf("NRxRSRQ")), "2147483647.0 is no figure");
        assertFalse(series.observed(2, series.indexOf("CQI")), "2147483647 is no figure");
        assertEquals(List.of("1 records of a second that had come gave way to the first"), imported.notes());
        var several = assertThrows(IllegalArgumentException.class, () -> read("ucc-5g", zip, "B_"));
        assertEquals("part must name one log, got B_, which fits 2 of:\na/B_1.csv\nb/B_2.csv", several.getMessage());
    }

    @Test
    void hoursWithoutARecordOfACellAreGaps() throws IOException {
        file("lte/train_Cell000111.csv", "DateTime,Traffic\n10/23/2017 00:00,29.2\n10/23/2017 02:00,18\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("lte/train_Cell000112.csv.gz")))) {
            out.write("DateTime,Traffic\n10/23/2017 01:00,5\n".getBytes(StandardCharsets.UTF_8));
        }
        file("lte/test_Cell000111.csv", "DateTime,Traffic\n10/24/2017 00:30,1\n");
        SeriesSet series = read("lte-cells", folder.resolve("lte"), "").series();
        assertEquals(List.of("Cell000111", "Cell000112"), series.names());
        assertEquals(3, series.missing());
        assertEquals(5, series.value(1, 1));
        String odd = assertThrows(IOException.class, () -> read("lte-cells", folder.resolve("lte"), "test")).getMessage();
        assertTrue(odd.endsWith("test_Cell000111.csv:2: the time stamp must be M/d/uuuu H:mm and a multiple of 3600 s, got 10/24/2017 00:30"), odd);
    }

    @Test
    void recordsOfCellsBecomeColumns() throws IOException {
        Path log = file("kpi.csv", "Cell;Datetime;Volume;Load\nc1;2019-01-01 00:00:00;5;0.5\nc2;2019-01-01 01:00:00;;0.25\nc1;2019-01-01 00:00:00;6;1\n");
        Imported imported = read("lte-kpi", log, "");
        assertEquals(List.of("c1.Volume", "c1.Load", "c2.Volume", "c2.Load"), imported.series().names());
        assertEquals(5, imported.series().value(0, 0));
        assertEquals(5, imported.series().missing());
        assertEquals(1, imported.notes().size());
        Path daily = file("daily.csv", "Cell;Band(MHz);Date;Volume\n");
        assertEquals(daily + ":1: must be a header Cell;Datetime;…, got " + Files.readString(daily, StandardCharsets.ISO_8859_1).strip(),
                refused("lte-kpi", daily));
    }

    @Test
    void anUnknownFormatIsRefusedWithTheKnownOnes() {
        var e = assertThrows(IllegalArgumentException.class, () -> Importers.get("pcap"));
        assertEquals("format must be one of ulb-readings, ulb-links, umich-rss, rutgers-noise, ucc-5g, lte-cells, lte-kpi, got pcap", e.getMessage());
    }

    @Test
    void aDamagedArchiveIsNamed() throws IOException {
        Path broken = folder.resolve("x.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(broken))) {
            byte[] header = new byte[512];
            System.arraycopy("R1.txt".getBytes(StandardCharsets.US_ASCII), 0, header, 0, 6);
            System.arraycopy("00000000100".getBytes(StandardCharsets.US_ASCII), 0, header, 124, 11);
            System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, header, 257, 5);
            header[156] = '0';
            out.write(header);
        }
        assertEquals(broken + ": is a damaged archive: a file of the archive is cut short", refused("ulb-readings", broken));
    }

    @Test
    void aTimeStampFarFromTheOthersIsRefusedBeforeMemoryIsTaken() throws IOException {
        Path log = file("far.csv", "Cell;Datetime;Volume\nc1;2019-01-01 00:00:00;5\nc1;9019-01-01 01:00:00;6\n");
        String message = refused("lte-kpi", log);
        assertTrue(message.startsWith(log + ": must have a record for one in 10000 cells, got 2 for "), message);
    }
}
