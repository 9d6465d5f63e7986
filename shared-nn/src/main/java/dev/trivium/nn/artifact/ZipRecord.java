package dev.trivium.nn.artifact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One stored entry of a zip, with the exact bytes of its two headers. A file has only one valid spelling: the reader rebuilds these
 * bytes and compares, so a header that hides anything (other sizes, names, times, extra fields, links) cannot pass.
 *
 * <p>Format: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.5.3. Method 0, flags 0, time 1980-01-01, no attributes; a zip64 field
 * exactly when the size needs it.
 *
 * @param name   ASCII name
 * @param size   bytes of the entry
 * @param crc    CRC-32 of the entry
 * @param offset position of the local header, below 4 GiB
 */
record ZipRecord(String name, long size, long crc, long offset) {

    static final long MAX_32 = 0xFFFF_FFFFL;
    static final int CENTRAL_SIGNATURE = 0x02014b50;
    static final int CENTRAL_BYTES = 46;

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int ZIP64_BYTES = 20;
    private static final short DATE_1980_01_01 = 0x21;

    ZipRecord {
        if (offset >= MAX_32) {
            throw new IllegalArgumentException("only the last entry of a zip must reach beyond 4 GiB, got offset " + offset);
        }
    }

    long dataOffset() {
        return offset + local().length;
    }

    long end() {
        return dataOffset() + size;
    }

    byte[] local() {
        ByteBuffer out = allocate(LOCAL_BYTES);
        out.putInt(LOCAL_SIGNATURE);
        putShared(out);
        out.put(name.getBytes(StandardCharsets.US_ASCII));
        putZip64(out);
        return out.array();
    }

    byte[] central() {
        ByteBuffer out = allocate(CENTRAL_BYTES);
        out.putInt(CENTRAL_SIGNATURE).putShort(version());
        putShared(out);
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0);     // comment length, disk, internal attributes
        out.putInt(0).putInt((int) offset);                                  // external attributes: a plain file
        out.put(name.getBytes(StandardCharsets.US_ASCII));
        putZip64(out);
        return out.array();
    }

    private void putShared(ByteBuffer out) {
        int size32 = (int) (large() ? MAX_32 : size);
        out.putShort(version()).putShort((short) 0).putShort((short) 0);     // flags, method 0: stored
        out.putShort((short) 0).putShort(DATE_1980_01_01);
        out.putInt((int) crc).putInt(size32).putInt(size32);
        out.putShort((short) name.length()).putShort((short) (large() ? ZIP64_BYTES : 0));
    }

    private void putZip64(ByteBuffer out) {
        if (large()) {
            out.putShort((short) 1).putShort((short) 16).putLong(size).putLong(size);
        }
    }

    private boolean large() {
        return size >= MAX_32;
    }

    private short version() {
        return (short) (large() ? 45 : 10);
    }

    private ByteBuffer allocate(int fixed) {
        return ByteBuffer.allocate(fixed + name.length() + (large() ? ZIP64_BYTES : 0)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
