package dev.trivium.nn.artifact;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Writes a zip of stored entries to a stream; size and CRC of each entry are known before it is written. */
final class ZipWriter {

    private final OutputStream out;
    private final List<ZipRecord> entries = new ArrayList<>();
    private long position;

    ZipWriter(OutputStream out) {
        this.out = out;
    }

    void entry(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        entry(name, content.length, crc.getValue(), data -> data.write(content));
    }

    void entry(String name, long size, long crc, AtomicFile.Body body) throws IOException {
        ZipRecord entry = new ZipRecord(name, size, crc, position);
        out.write(entry.local());
        Checked data = new Checked(out);
        body.writeTo(data);
        if (data.size != size || data.crc.getValue() != crc) {
            throw new IllegalStateException("contents of " + name + " must not change while they are written");
        }
        entries.add(entry);
        position = entry.end();
    }

    void finish() throws IOException {
        int size = 0;
        for (ZipRecord entry : entries) {
            byte[] header = entry.central();
            out.write(header);
            size += header.length;
        }
        out.write(new ZipEnd(entries.size(), size, position).bytes());
    }

    private static final class Checked extends OutputStream {

        private final OutputStream out;
        private final CRC32 crc = new CRC32();
        private long size;

        Checked(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            crc.update(bytes, offset, count);
            size += count;
            out.write(bytes, offset, count);
        }
    }
}
