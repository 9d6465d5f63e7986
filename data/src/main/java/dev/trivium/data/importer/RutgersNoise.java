package dev.trivium.data.importer;

import dev.trivium.data.importer.LogFiles.Line;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packets on all links of a grid of radios under noise, CRAWDAD set rutgers/noise (ORBIT).
 *
 * <p>Folders {@code dbm-20} … {@code dbm0}, the noise level, hold {@code Results_nodeA_…/sdecB}: one line a packet that was received between
 * radios A and B, {@code sequence-number signal-strength}. A sequence number that is absent is a packet that was lost: a gap. Strength 128
 * marks an error, and values above it lie outside the stated range of 0 to 127; both are gaps and are counted.
 * A link without a packet is a series without a value.
 *
 * <p>Part: the noise level, {@code -20} to {@code 0}; must be given where the log has several. Series {@code 1-2/1-4}: the radio of the
 * folder, then the radio of the file. Rows are sequence numbers.
 */
final class RutgersNoise implements Importer {

    private static final Pattern FILE = Pattern.compile("(?:.*/)?dbm(-?\\d+)/Results_node(\\d+-\\d+)_[^/]*/sdec(\\d+-\\d+)");
    private static final int ERROR = 128;

    @Override
    public String name() {
        return "rutgers-noise";
    }

    @Override
    public String title() {
        return "CRAWDAD rutgers/noise, packets under noise: folders dbm-20 … dbm0";
    }

    @Override
    public Optional<String> parts() {
        return Optional.of("noise level in dBm, such as -10");
    }

    @Override
    public Imported read(Path path, Optional<String> part) throws IOException {
        List<String> files = LogFiles.names(path, name -> FILE.matcher(name).matches());
        TreeSet<Integer> found = new TreeSet<>();
        for (String file : files) {
            if (file.isEmpty()) {
                throw new ImportException(path.toString(), "must be an archive or folder with dbm…/Results_node…/sdec…, got a file");
            }
            found.add(Integer.parseInt(match(file).group(1)));
        }
        List<String> levels = found.stream().map(String::valueOf).toList();
        if (levels.isEmpty()) {
            throw new ImportException(path.toString(), "must hold files dbm…/Results_node…/sdec…, got none");
        }
        if (part.isEmpty() && levels.size() > 1) {
            throw new IllegalArgumentException("part must be a noise level in dBm, one of " + String.join(", ", levels) + ", got none");
        }
        String level = Parts.choose(part, levels);
        Packets packets = new Packets();
        files.stream().map(RutgersNoise::match).filter(file -> file.group(1).equals(level)).forEach(file -> packets.cells.column(link(file)));
        LogFiles.lines(path, name -> FILE.matcher(name).matches() && match(name).group(1).equals(level), packets::line);
        return packets.finish(path);
    }

    private static Matcher match(String name) {
        Matcher matcher = FILE.matcher(name);
        if (!matcher.matches()) {
            throw new AssertionError(name);
        }
        return matcher;
    }

    private static Variable link(Matcher file) {
        return Variable.of(file.group(2) + "/" + file.group(3));
    }

    /** Collects packets. */
    private static final class Packets {

        private final CellTable cells = new CellTable();
        private long errors;
        private long outside;
        private long repeated;

        void line(Line line) throws ImportException {
            String[] fields = line.text().strip().split(" ");
            if (fields.length != 2) {
                throw line.error("must be a sequence number and a signal strength, got " + line.text());
            }
            Matcher name = match(line.file());
            long sequence = line.whole("the sequence number", fields[0], 0, 9_999_999);
            long strength = line.whole("the signal strength", fields[1], 0, 255);
            errors += strength == ERROR ? 1 : 0;
            outside += strength > ERROR ? 1 : 0;
            if (!cells.put(sequence, link(name), strength >= ERROR ? Double.NaN : strength)) {
                repeated++;
            }
        }

        Imported finish(Path path) throws ImportException {
            if (cells.isEmpty()) {
                throw new ImportException(path.toString(), "must hold a packet, got none");
            }
            List<String> notes = new ArrayList<>();
            if (errors > 0) {
                notes.add(errors + " packets with strength 128, an error, were taken for missing");
            }
            if (outside > 0) {
                notes.add(outside + " packets with a strength above 128, outside the stated range, were taken for missing");
            }
            if (repeated > 0) {
                notes.add(repeated + " packets of a sequence number that had come were dropped");
            }
            TimeAxis time = TimeAxis.index(cells.first(), 1, cells.length(path.toString()));
            return new Imported(cells.sorted(time), notes);
        }
    }
}
