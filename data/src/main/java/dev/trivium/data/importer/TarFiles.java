package dev.trivium.data.importer;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the plain files of a tar archive (POSIX ustar: headers of 512 bytes, sizes in octal digits). */
final class TarFiles {

    static final int BLOCK = 512;
    private static final int MOST_BYTES = 1 << 28;

    private TarFiles() {}

    /** Takes one file. */
    @FunctionalInterface
    interface Taker {
        void file(String name, InputStream content) throws IOException;
    }

    static boolean isTar(byte[] head) {
        return head.length == BLOCK && text(head, 257, 5).equals("ustar");
    }

    static void each(InputStream in, Taker taker) throws IOException {
        for (byte[] header = in.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; header = in.readNBytes(BLOCK)) {
            if (!isTar(header)) {
                throw new EOFException("a tar header is broken");
            }
            int size = size(text(header, 124, 12));
            byte[] content = in.readNBytes(size);
            if (content.length < size) {
                throw new EOFException("a file of the archive is cut short");
            }
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            String prefix = text(header, 345, 155);
            if (header[156] == '0' || header[156] == 0) {
                taker.file(prefix.isEmpty() || header[263] != '0' ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100),
                        new ByteArrayInputStream(content));
            }
        }
    }

    private static int size(String octal) throws EOFException {
        if (!octal.strip().matches("[0-7]{1,11}") || Long.parseLong(octal.strip(), 8) > MOST_BYTES) {
            throw new EOFException("the size of a file in the archive must be octal and at most " + MOST_BYTES + ", got " + octal);
        }
        return Integer.parseInt(octal.strip(), 8);
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }
}
