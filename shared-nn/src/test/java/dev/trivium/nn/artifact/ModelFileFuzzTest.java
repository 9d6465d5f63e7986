package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file is refused with a ModelFileException, or read as what it was; never slowly, never at the cost of much memory. */
class ModelFileFuzzTest {

    private static final int ROUNDS = 3000;
    private static final long MOST_NANOS = 1_000_000_000L;
    private static final long MOST_BYTES = 8L << 20;
    private static final long[] TELLING = {0, 1, -1, 8, 0x7fff, 0xffff, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE};

    @TempDir
    Path folder;
    private final SplittableRandom random = new SplittableRandom(20260101);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private Path file;
    private byte[] whole;
    private Map<String, byte[]> entries;
    private int refused;

    @BeforeEach
    void writeAModel() throws IOException {
        file = folder.resolve("fuzz.trivium");
        whole = Forge.bytes(Forge.smallModel());
        entries = Forge.smallEntries(file);
        ModelFile.read(file);
    }

    @Test
    void damagedBytesAreRefusedOrHarmless() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            ModelContents read = read(damage(whole));
            if (read != null) {
                assertEquals(Forge.smallModel(), read);
            }
        }
        assertTrue(refused > ROUNDS * 0.9, "refused " + refused);
    }

    @Test
    void damagedEntriesInASoundZipAreRefusedOrHarmless() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, byte[]> changed = new LinkedHashMap<>(entries);
            String name = pick(changed);
            changed.put(name, damage(entries.get(name)));
            ModelContents read = read(Forge.zip(changed));
            if (read != null && !name.equals("manifest.json")) {
                assertEquals(Forge.smallModel(), read);
            }
        }
        assertTrue(refused > ROUNDS * 0.8, "refused " + refused);
    }

    @Test
    void damagedEntriesWithRepairedChecksumsAreRefusedOrAModel() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, byte[]> changed = new LinkedHashMap<>(entries);
            String name = pick(changed);
            if (!name.equals("manifest.json")) {
                changed.put(name, damage(entries.get(name)));
                Forge.repair(changed);
            }
            ModelContents read = read(Forge.zip(changed));
            if (read != null) {
                replace(Forge.bytes(read));
                assertEquals(read, ModelFile.read(file));
            }
        }
        assertTrue(refused > ROUNDS * 0.3, "refused " + refused);
    }

    @Test
    void shuffledRepeatedAndRenamedEntriesAreRefusedOrHarmless() throws IOException {
        for (int i = 0; i < 300; i++) {
            List<String> names = new ArrayList<>(entries.keySet());
            Random order = new Random(random.nextLong());
            Collections.shuffle(names, order);
            Map<String, byte[]> changed = new LinkedHashMap<>();
            for (String name : names) {
                changed.put(order.nextInt(8) == 0 ? names.get(order.nextInt(names.size())) : name, entries.get(name));
            }
            ModelContents read = read(Forge.zip(changed));
            if (read != null) {
                assertEquals(Forge.smallModel(), read);
            }
        }
    }

    /** A new file each time: what ext4 truncates it sends to the disk at once, and three thousand rounds would wait for that. */
    private void replace(byte[] bytes) throws IOException {
        Files.delete(file);
        Files.write(file, bytes);
    }

    private ModelContents read(byte[] bytes) throws IOException {
        replace(bytes);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        long start = System.nanoTime();
        try {
            return ModelFile.read(file);
        } catch (ModelFileException e) {
            assertTrue(e.getMessage().startsWith(file + ": " + TextQuote.of(e.entry()) + ": ") && e.getMessage().length() < 2000, e.getMessage());
            assertTrue(TextQuote.printable(e.getMessage()), e.getMessage());
            refused++;
            return null;
        } finally {
            assertTrue(System.nanoTime() - start < MOST_NANOS, "slow");
            long used = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
            assertTrue(used < MOST_BYTES, "allocated " + used);
        }
    }

    private String pick(Map<String, byte[]> from) {
        return new ArrayList<>(from.keySet()).get(random.nextInt(from.size()));
    }

    private byte[] damage(byte[] original) {
        byte[] bytes = original.clone();
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> bytes = Arrays.copyOf(bytes, at);
            case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(100));
            case 4 -> bytes = splice(bytes, at, end, new byte[0]);
            case 5 -> bytes = splice(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            default -> putNumber(bytes, at);
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] insert) {
        byte[] out = new byte[bytes.length - (to - from) + insert.length];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(insert, 0, out, from, insert.length);
        System.arraycopy(bytes, to, out, from + insert.length, bytes.length - to);
        return out;
    }

    /** A number that limits are made of: binary, or as digits where digits are. */
    private void putNumber(byte[] bytes, int at) {
        long number = TELLING[random.nextInt(TELLING.length)];
        byte[] value = Character.isDigit(bytes[at]) ? Long.toString(number).getBytes(StandardCharsets.US_ASCII)
                : Arrays.copyOf(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array(), 1 << random.nextInt(4));
        System.arraycopy(value, 0, bytes, at, Math.min(value.length, bytes.length - at));
    }
}
