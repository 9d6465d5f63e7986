package dev.trivium.data.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One file of a data set, and how to tell that a copy is the right one.
 *
 * @param name     file name in the cache, without folders
 * @param bytes    size in bytes, or {@link #UNKNOWN_SIZE}
 * @param checksum checksum of the content
 * @param source   where it comes from
 * @param mirror   its path inside a mirror, with {@code /} between folders
 */
public record DataFile(String name, long bytes, Checksum checksum, Source source, String mirror) {

    /** Value of {@link #bytes()} for a file whose size is not on record. */
    public static final long UNKNOWN_SIZE = -1;

    /** Checks that neither name nor mirror path leaves its folder. */
    public DataFile {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("name must be a plain file name, got " + name);
        }
        if (bytes < 0 && bytes != UNKNOWN_SIZE) {
            throw new IllegalArgumentException("bytes must be at least 0 or UNKNOWN_SIZE, got " + bytes);
        }
        if (mirror.contains("\\") || mirror.contains(":")
                || List.of(mirror.split("/", -1)).stream().anyMatch(part -> part.isEmpty() || part.startsWith("."))) {
            throw new IllegalArgumentException("mirror must be a relative path without . or .., got " + mirror);
        }
    }

    /** {@return whether the mirror holds the file compressed with gzip while the file itself is not} */
    boolean compressedInMirror() {
        return mirror.endsWith(".gz") && !name.endsWith(".gz");
    }

    /** {@return size and checksum for people, such as {@code 2589657 bytes, SHA-256 f18de3…}} */
    public String identity() {
        return (bytes == UNKNOWN_SIZE ? "" : bytes + " bytes, ") + checksum;
    }

    /**
     * Tells whether a file has the right size and content.
     *
     * @param copy file to look at; need not exist
     * @throws IOException if it exists and cannot be read
     */
    public boolean matches(Path copy) throws IOException {
        return Files.isRegularFile(copy) && (bytes == UNKNOWN_SIZE || Files.size(copy) == bytes) && checksum.of(copy).equals(checksum);
    }

    /** {@return the message that a copy from somewhere is not this file} */
    String mismatch(String where, Path copy) throws IOException {
        return where + " must have " + identity() + ", got " + Files.size(copy) + " bytes, " + checksum.of(copy);
    }
}
