package dev.trivium.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A checksum that identifies the content of a file.
 *
 * @param kind how it is computed
 * @param hex  its value in lower-case hexadecimal
 */
public record Checksum(Kind kind, String hex) {

    /** A way to compute a checksum. */
    public enum Kind {
        /** SHA-256 of the bytes. */
        SHA_256("SHA-256", 64),
        /** SHA-1 of {@code "blob " + size + "\0"} and the bytes: the name git gives to a file's content. */
        GIT_BLOB_SHA_1("git blob SHA-1", 40);

        private final String label;
        private final int digits;

        Kind(String label, int digits) {
            this.label = label;
            this.digits = digits;
        }

        /** {@return the name for people, such as {@code SHA-256}} */
        public String label() {
            return label;
        }
    }

    private static final int BUFFER = 1 << 16;

    /** Checks the form of the value. */
    public Checksum {
        if (!hex.matches("[0-9a-f]{" + kind.digits + "}")) {
            throw new IllegalArgumentException(
                    "hex must be " + kind.digits + " lower-case hexadecimal digits for a " + kind.label + ", got " + hex);
        }
    }

    /**
     * Computes the checksum of the same kind for a file.
     *
     * @param file file to read
     * @throws IOException if the file cannot be read
     */
    public Checksum of(Path file) throws IOException {
        MessageDigest digest = digest();
        if (kind == Kind.GIT_BLOB_SHA_1) {
            digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return new Checksum(kind, HexFormat.of().formatHex(digest.digest()));
    }

    /** {@return kind and value, such as {@code SHA-256 f18de3…}} */
    @Override
    public String toString() {
        return kind.label + " " + hex;
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(kind == Kind.SHA_256 ? "SHA-256" : "SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256 and SHA-1", e);
        }
    }
}
