package dev.trivium.nn.training.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

    /** As TensorBoard 2.21 reads it: wall time 1.5, step 300, loss 0.25. */
    private static final String GOLDEN = "1b000000000000001a0d9e1309000000000000f83f10ac022a0d0a0b0a046c6f7373150000803e9908deed";

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    @TempDir
    Path folder = Path.of("");

    /** What a file holds, read by the rules of the format. */
    private record Event(double wallTime, long step, String version, Map<String, Float> scalars) {}

    @Test
    void theBytesOfARecordAreThoseThatTheViewerReads() {
        assertEquals(GOLDEN, HexFormat.of().formatHex(EventRecord.scalars(1.5, 300, Map.of("loss", 0.25))));
    }

    @Test
    void epochsAreReadBackEqual() throws IOException {
        EventLog log = new EventLog(folder, "WaveRoRA, seed 1", CLOCK);
        log.started(start(1));
        log.finishedEpoch(new EpochResult(1, 0.7, 0.55, true, 1e-3, 2.5));
        log.finishedEpoch(new EpochResult(2, 0.5, 1e30, false, 9.99e-4, 0));
        List<Event> events = read(folder.resolve("WaveRoRA-seed-1/events.out.tfevents.1700000000.trivium"));
        assertEquals(3, events.size());
        assertEquals("brain.Event:2", events.get(0).version());
        assertEquals(Map.of("train/loss", 0.7f, "validation/score", 0.55f, "train/rate", 1e-3f, "train/seconds", 2.5f), events.get(1).scalars());
        assertEquals(2, events.get(2).step());
        assertEquals(1_700_000_000, events.get(2).wallTime());
        assertEquals(1e30f, events.get(2).scalars().get("validation/score"));
    }

    @Test
    void everyTrainingHasAFolderOfItsOwnAndOneThatGoesOnWritesBesideTheEarlierOne() throws IOException {
        for (int i = 0; i < 2; i++) {
            EventLog log = new EventLog(folder, "../a b", CLOCK);
            log.started(start(1));
            log.started(start(1));
        }
        new EventLog(folder, "../a b", CLOCK).started(start(4));
        try (var runs = Files.list(folder)) {
            assertEquals(List.of("a-b", "a-b-2", "a-b-network-2", "a-b-network-2-2"), runs.map(run -> run.getFileName().toString()).sorted().toList());
        }
        try (var files = Files.list(folder.resolve("a-b-2"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        var e = assertThrows(UncheckedIOException.class, () -> new EventLog(file, "a", CLOCK).started(start(1)));
        assertTrue(String.valueOf(e.getMessage()).contains("file"), e.getMessage());
        assertThrows(IllegalStateException.class, () -> new EventLog(folder, "a").finishedEpoch(new EpochResult(1, 0, 0, true, 0, 0)));
    }

    @Test
    void severalMonitorsStandForOneAndTheHistoryKeepsEveryTraining() {
        TrainingHistory history = new TrainingHistory();
        boolean[] stop = {false};
        TrainingMonitor both = Monitors.of(List.of(history.of("m"), new TrainingMonitor() {
            @Override
            public boolean cancelled() {
                return stop[0];
            }
        }));
        both.started(start(1));
        both.finishedEpoch(new EpochResult(1, 3, 2, true, 0.1, 1));
        both.started(start(1));
        assertTrue(!both.cancelled() && !both.enough());
        stop[0] = true;
        assertTrue(both.cancelled());
        assertEquals(List.of("m"), history.curves().stream().map(TrainingHistory.Curve::name).toList());
        both.finishedEpoch(new EpochResult(1, 5, 4, true, 0.1, 1));
        assertEquals(List.of("m", "m, network 2"), history.curves().stream().map(TrainingHistory.Curve::name).toList());
        assertEquals(5, history.curves().get(1).epochs().get(0).trainLoss());
    }

    private static TrainingMonitor.Start start(int epoch) {
        return new TrainingMonitor.Start(10, 20, 5, "cpu", epoch);
    }

    private static List<Event> read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Event> events = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] length = new byte[8];
            in.get(length);
            assertEquals(masked(length), in.getInt());
            byte[] data = new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
            in.get(data);
            assertEquals(masked(data), in.getInt());
            events.add(event(ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN)));
        }
        return events;
    }

    /** As TensorFlow's record writer describes it: ((crc >> 15) | (crc << 17)) + 0xa282ead8. */
    private static int masked(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        long value = crc.getValue();
        return (int) ((value >> 15 | value << 17) + 0xa282ead8L);
    }

    private static Event event(ByteBuffer in) {
        double time = Double.NaN;
        long step = 0;
        String version = "";
        Map<String, Float> scalars = new java.util.HashMap<>();
        while (in.hasRemaining()) {
            switch ((int) varint(in)) {
                case 1 << 3 | 1 -> time = in.getDouble();
                case 2 << 3 -> step = varint(in);
                case 3 << 3 | 2 -> version = new String(bytes(in), StandardCharsets.UTF_8);
                case 5 << 3 | 2 -> summary(ByteBuffer.wrap(bytes(in)).order(ByteOrder.LITTLE_ENDIAN), scalars);
                default -> throw new AssertionError("an unknown field");
            }
        }
        return new Event(time, step, version, scalars);
    }

    private static void summary(ByteBuffer in, Map<String, Float> scalars) {
        while (in.hasRemaining()) {
            assertEquals(1 << 3 | 2, varint(in));
            ByteBuffer value = ByteBuffer.wrap(bytes(in)).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(1 << 3 | 2, varint(value));
            String tag = new String(bytes(value), StandardCharsets.UTF_8);
            assertEquals(2 << 3 | 5, varint(value));
            scalars.put(tag, value.getFloat());
        }
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[(int) varint(in)];
        in.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
