package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipReaderTest {

    private static final long FIVE_GIB = 5L << 30;

    @TempDir
    Path folder;

    @Test // APPNOTE 4.5.3: sizes of 4 GiB and more are in the zip64 field; nearly all of the file is a hole
    void readsAnEntryBeyondFourGigabytes() throws IOException {
        Path file = folder.resolve("large.zip");
        List<ZipRecord> written = writeSparse(file);
        try (FileChannel channel = FileChannel.open(file)) {
            Map<String, ZipRecord> entries = ZipReader.entries(channel, new Refusal("large.zip", "file"));
            assertEquals(written, List.copyOf(entries.values()));
            assertEquals(FIVE_GIB + written.get(1).dataOffset(), entries.get("large").end());
            assertEquals(46 + 5 + 20, written.get(1).central().length);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(FIVE_GIB, zip.getEntry("large").getSize());
        }
    }

    @Test
    void refusesEveryChangeOfAZip64Record() throws IOException {
        Path file = folder.resolve("large.zip");
        writeSparse(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (long at = channel.size() - ZipEnd.BYTES - ZipEnd.BYTES_64; at < channel.size(); at++) {
                byte[] original = FileBytes.read(channel, at, 1);
                channel.write(ByteBuffer.wrap(new byte[] {(byte) (original[0] ^ 0x10)}), at);
                assertThrows(ModelFileException.class, () -> ZipReader.entries(channel, new Refusal("large.zip", "file")), "byte " + at);
                channel.write(ByteBuffer.wrap(original), at);
            }
            assertEquals(2, ZipReader.entries(channel, new Refusal("large.zip", "file")).size());
        }
    }

    @Test
    void aWriterRefusesContentsThatChangeMeanwhile() {
        ZipWriter zip = new ZipWriter(OutputStream.nullOutputStream());
        var e = assertThrows(IllegalStateException.class, () -> zip.entry("a", 2, 0, out -> out.write(new byte[] {1, 2})));
        assertTrue(e.getMessage().startsWith("contents of a must not change"));
    }

    private static List<ZipRecord> writeSparse(Path file) throws IOException {
        ZipRecord small = new ZipRecord("small", 3, 0, 0);
        ZipRecord large = new ZipRecord("large", FIVE_GIB, 0, small.end());
        int directory = small.central().length + large.central().length;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.write(ByteBuffer.wrap(small.local()), 0);
            out.write(ByteBuffer.wrap(large.local()), large.offset());
            long at = large.end();
            out.write(ByteBuffer.wrap(small.central()), at);
            out.write(ByteBuffer.wrap(large.central()), at + small.central().length);
            out.write(ByteBuffer.wrap(new ZipEnd(2, directory, at).bytes()), at + directory);
        }
        return List.of(small, large);
    }
}
