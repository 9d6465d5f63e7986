package dev.trivium.nn.artifact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The end records of a zip (APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16), again with one valid spelling: no comment, one disk, zip64
 * records exactly when the directory starts beyond 4 GiB.
 *
 * @param entries   number of entries
 * @param size      bytes of the central directory
 * @param directory position of the central directory
 */
record ZipEnd(int entries, int size, long directory) {

    static final int BYTES = 22;
    static final int BYTES_64 = 56 + 20;
    static final int SIGNATURE = 0x06054b50;

    static final int SIGNATURE_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;

    boolean large() {
        return directory >= ZipRecord.MAX_32;
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(BYTES + (large() ? BYTES_64 : 0)).order(ByteOrder.LITTLE_ENDIAN);
        if (large()) {
            out.putInt(SIGNATURE_64).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0).putInt(0);
            out.putLong(entries).putLong(entries).putLong(size).putLong(directory);
            out.putInt(LOCATOR_64).putInt(0).putLong(directory + size).putInt(1);
        }
        out.putInt(SIGNATURE).putShort((short) 0).putShort((short) 0).putShort((short) entries).putShort((short) entries);
        out.putInt(size).putInt((int) (large() ? ZipRecord.MAX_32 : directory)).putShort((short) 0);
        return out.array();
    }
}
