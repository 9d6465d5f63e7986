package dev.trivium.data.importer;

import dev.trivium.data.importer.LogFiles.Line;
import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Neighbour packets of the same network as {@link UlbReadings}: how well a mote hears another.
 *
 * <p>Files {@code N1.txt} … or {@code neighbors.txt}, one line a heard mote, seven fields between spaces: arrival in milliseconds since 1970,
 * number of the packet in its sequence, sequence number, mote that hears and sends this line, mote that is heard, link quality, signal
 * strength. The text that comes with the files names the second and third field the other way round; in the data the second is 0 to 8.
 *
 * <p>Part {@code rssi} (standard): {@code (v > 127 ? v - 256 : v) - 45} dBm. Part {@code lqi}: of a byte {@code v},
 * {@code v > 128 ? 383 - v : 128 - v}, as that text has it; Library 2 writes bytes with a sign. Series {@code n15>n18}: n18 hears n15. Rows
 * as in {@link UlbReadings}.
 */
final class UlbLinks implements Importer {

    private static final int LOST_BELOW = -128;

    @Override
    public String name() {
        return "ulb-links";
    }

    @Override
    public String title() {
        return "ULB sensor network, neighbour packets: N1.txt … or neighbors.txt";
    }

    @Override
    public Optional<String> parts() {
        return Optional.of("rssi (dBm) or lqi");
    }

    @Override
    public Imported read(Path path, Optional<String> part) throws IOException {
        boolean rssi = Parts.choose(part, List.of("rssi", "lqi")).equals("rssi");
        UlbPackets packets = new UlbPackets();
        LogFiles.lines(path, name -> name.matches("(.*/)?(N\\d+|neighbors)\\.txt"), line -> line(line, packets, rssi));
        return packets.finish(path, "link readings");
    }

    private static void line(Line line, UlbPackets packets, boolean rssi) throws ImportException {
        String[] fields = packets.fields(line, 7);
        if (fields.length == 0) {
            return;
        }
        long arrival = packets.arrival(line, fields[0]);
        long sequence = packets.sequence(line, fields[2]);
        String hears = Parts.two("n", line.whole("the mote", fields[3], 0, 999));
        String heard = Parts.two("n", line.whole("the heard mote", fields[4], 0, 999));
        long lqi = line.whole("the link quality", fields[5], LOST_BELOW, 255);
        long strength = line.whole("the signal strength", fields[6], LOST_BELOW, 255);
        Variable link = rssi ? Variable.of(heard + ">" + hears, "dBm") : Variable.of(heard + ">" + hears);
        if (!packets.put(arrival, sequence, link, rssi ? dbm(strength) : quality(lqi))) {
            packets.repeated();
        }
    }

    static double dbm(long value) {
        return (value > 127 ? value - 256 : value) - 45;
    }

    static double quality(long value) {
        long unsigned = value < 0 ? value + 256 : value;
        return unsigned > 128 ? 383 - unsigned : 128 - unsigned;
    }
}
