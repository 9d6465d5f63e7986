package dev.trivium.nn.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the directory of a zip of stored entries and checks that the file is nothing but those entries: local headers, contents,
 * directory and end records follow one another without a gap from the first byte to the last.
 */
final class ZipReader {

    private static final int MOST_ENTRIES = 16;
    private static final int LARGEST_DIRECTORY = 1 << 16;
    private static final int UNIX_LINK = 0xA000;
    private static final int UNIX_KIND = 0xF000;

    private final FileChannel channel;
    private final Refusal file;

    private ZipReader(FileChannel channel, Refusal file) {
        this.channel = channel;
        this.file = file;
    }

    /** The entries by name, in file order. */
    static Map<String, ZipRecord> entries(FileChannel channel, Refusal file) throws IOException {
        ZipReader reader = new ZipReader(channel, file);
        ZipEnd end = reader.readEnd();
        Map<String, ZipRecord> entries = reader.readDirectory(end);
        reader.requireLocals(entries, end);
        return entries;
    }

    private ZipEnd readEnd() throws IOException {
        long last = channel.size() - ZipEnd.BYTES;
        if (last < 0) {
            throw file.because("file must be a zip, got " + channel.size() + " bytes");
        }
        ByteBuffer record = little(FileBytes.read(channel, last, ZipEnd.BYTES));
        if (record.getInt(0) != ZipEnd.SIGNATURE) {
            throw file.because("file must end with the end record of a zip: it is cut short, followed by other bytes or no zip");
        }
        int entries = Short.toUnsignedInt(record.getShort(10));
        long size = Integer.toUnsignedLong(record.getInt(12));
        long directory = Integer.toUnsignedLong(record.getInt(16));
        if (directory == ZipRecord.MAX_32) {
            directory = directory64(last - ZipEnd.BYTES_64);
        }
        if (entries > MOST_ENTRIES || size > LARGEST_DIRECTORY) {
            throw file.because("zip directory must have at most " + MOST_ENTRIES + " entries in " + LARGEST_DIRECTORY + " bytes, got "
                    + entries + " in " + size);
        }
        ZipEnd end = new ZipEnd(entries, (int) size, directory);
        byte[] expected = end.bytes();
        long start = channel.size() - expected.length;
        if (directory != start - size || !Arrays.equals(expected, FileBytes.read(channel, start, expected.length))) {
            throw file.because("zip end record must follow its directory of " + size + " bytes at " + directory
                    + ", on one disk and without a comment");
        }
        return end;
    }

    private long directory64(long position) throws IOException {
        if (position < 0) {
            throw file.because("zip must have zip64 end records before its end record");
        }
        ByteBuffer record = little(FileBytes.read(channel, position, ZipEnd.BYTES_64));
        long directory = record.getLong(48);
        if (record.getInt(0) != ZipEnd.SIGNATURE_64 || directory < ZipRecord.MAX_32 || directory > position) {
            throw file.because("zip must have zip64 end records before its end record");
        }
        return directory;
    }

    private Map<String, ZipRecord> readDirectory(ZipEnd end) throws IOException {
        ByteBuffer directory = little(FileBytes.read(channel, end.directory(), end.size()));
        Map<String, ZipRecord> entries = new LinkedHashMap<>();
        for (int i = 0; i < end.entries(); i++) {
            ZipRecord entry = readCentral(directory);
            if (entries.put(entry.name(), entry) != null) {
                throw file.at(entry.name()).because("entry must be in the zip once, got it twice");
            }
        }
        if (directory.hasRemaining()) {
            throw file.because("zip directory must hold its " + end.entries() + " entries and nothing else, got "
                    + directory.remaining() + " more bytes");
        }
        return entries;
    }

    private ZipRecord readCentral(ByteBuffer directory) throws ModelFileException {
        int at = directory.position();
        int left = directory.remaining();
        if (left < ZipRecord.CENTRAL_BYTES || directory.getInt(at) != ZipRecord.CENTRAL_SIGNATURE) {
            throw file.because("zip directory must be made of entry headers, got other bytes at byte " + at + " of it");
        }
        int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(directory.getShort(at + 30));
        int length = ZipRecord.CENTRAL_BYTES + nameLength + extraLength + Short.toUnsignedInt(directory.getShort(at + 32));
        if (length > left) {
            throw file.because("zip directory must hold whole entry headers, got one of " + length + " bytes with " + left + " left");
        }
        String name = new String(directory.array(), at + ZipRecord.CENTRAL_BYTES, nameLength, StandardCharsets.ISO_8859_1);
        Refusal entry = file.at(name);
        requirePlainName(name, entry);
        requireStored(directory, at, entry);
        long size = Integer.toUnsignedLong(directory.getInt(at + 24));
        if (size == ZipRecord.MAX_32 && extraLength >= 12) {
            size = directory.getLong(at + ZipRecord.CENTRAL_BYTES + nameLength + 4);
        }
        long offset = Integer.toUnsignedLong(directory.getInt(at + 42));
        if (size < 0 || offset == ZipRecord.MAX_32) {
            throw entry.because("entry must have a size and an offset inside the file, got " + size + " at " + offset);
        }
        ZipRecord result = new ZipRecord(name, size, Integer.toUnsignedLong(directory.getInt(at + 16)), offset);
        if (!Arrays.equals(result.central(), Arrays.copyOfRange(directory.array(), at, at + length))) {
            throw entry.because("directory header must be as Trivium writes it: equal sizes, fixed date, no attributes, comment or extra field");
        }
        directory.position(at + length);
        return result;
    }

    private static void requirePlainName(String name, Refusal entry) throws ModelFileException {
        boolean plain = !name.isEmpty() && name.chars().allMatch(c -> c >= ' ' && c < 127 && c != '/' && c != '\\' && c != ':')
                && !name.startsWith(".");
        if (!plain) {
            throw entry.because("entry name must be a plain ASCII file name without a path, got " + TextQuote.of(name));
        }
    }

    private static void requireStored(ByteBuffer directory, int at, Refusal entry) throws ModelFileException {
        int flags = Short.toUnsignedInt(directory.getShort(at + 8));
        int method = Short.toUnsignedInt(directory.getShort(at + 10));
        int unixMode = directory.getInt(at + 38) >>> 16;
        if ((unixMode & UNIX_KIND) == UNIX_LINK) {
            throw entry.because("entry must be a plain file, got a symbolic link");
        }
        if (method != 0 || flags != 0) {
            throw entry.because("entry must be stored, neither compressed nor encrypted nor streamed, got method " + method
                    + " and flags " + flags);
        }
    }

    private void requireLocals(Map<String, ZipRecord> entries, ZipEnd end) throws IOException {
        long position = 0;
        for (ZipRecord entry : entries.values()) {
            Refusal where = file.at(entry.name());
            if (entry.offset() != position) {
                throw where.because("entry must start where the one before it ends, at byte " + position + ", got " + entry.offset());
            }
            byte[] local = entry.local();
            if (entry.size() > end.directory() - position - local.length) {
                throw where.because("entry must end before the zip directory at byte " + end.directory() + ", got size " + entry.size());
            }
            if (!Arrays.equals(local, FileBytes.read(channel, position, local.length))) {
                throw where.because("local header must match the zip directory");
            }
            position = entry.end();
        }
        if (position != end.directory()) {
            throw file.because("zip directory must start where the last entry ends, at byte " + position + ", got " + end.directory());
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
