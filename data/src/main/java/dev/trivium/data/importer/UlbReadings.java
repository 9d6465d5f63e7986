package dev.trivium.data.importer;

import dev.trivium.data.importer.LogFiles.Line;
import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Sensor packets of the wireless sensor network of the Université Libre de Bruxelles (sets Library 1 and Library 2, Tmote Sky motes).
 *
 * <p>Files {@code R1.txt} … or {@code readings.txt}, one packet a line, nine fields between spaces: arrival in milliseconds since 1970, mote,
 * sequence number, internal temperature (°C), supply voltage (V), relative humidity (%), temperature (°C), and two light readings as sent
 * (PAR, TSR). Decimals have a comma. A sequence number of 1000 or more has a stray byte 0xA0 or 0xFF after its thousands. Some packets are
 * in the log twice.
 *
 * <p>Series {@code n01.temp}, {@code n01.humidity}, …: a row for each sequence number, which counts minutes; stamps start with the first
 * arrival, rounded down to a minute, and are nominal. Arrivals drift from them by half a minute over a day. A lost packet is a gap.
 */
final class UlbReadings implements Importer {

    private static final List<String> CHANNELS = List.of("tempInt", "voltage", "humidity", "temp", "par", "tsr");
    private static final List<Optional<String>> UNITS = List.of(Optional.of("°C"), Optional.of("V"), Optional.of("%"), Optional.of("°C"),
            Optional.empty(), Optional.empty());

    @Override
    public String name() {
        return "ulb-readings";
    }

    @Override
    public String title() {
        return "ULB sensor network, sensor packets: R1.txt … or readings.txt";
    }

    @Override
    public Optional<String> parts() {
        return Optional.empty();
    }

    @Override
    public Imported read(Path path, Optional<String> part) throws IOException {
        Parts.none(part);
        UlbPackets packets = new UlbPackets();
        LogFiles.lines(path, name -> name.matches("(.*/)?(R\\d+|readings)\\.txt"), line -> line(line, packets));
        return packets.finish(path, "sensor packets");
    }

    private static void line(Line line, UlbPackets packets) throws ImportException {
        String[] fields = packets.fields(line, 9);
        if (fields.length == 0) {
            return;
        }
        long arrival = packets.arrival(line, fields[0]);
        String mote = Parts.two("n", line.whole("the mote", fields[1], 0, 999));
        long sequence = packets.sequence(line, fields[2]);
        boolean fresh = true;
        for (int c = 0; c < CHANNELS.size(); c++) {
            String channel = CHANNELS.get(c);
            double value = line.number(channel, fields[3 + c].replace(',', '.'));
            fresh &= packets.put(arrival, sequence, new Variable(mote + "." + channel, UNITS.get(c)), value);
        }
        if (!fresh) {
            packets.repeated();
        }
    }
}
