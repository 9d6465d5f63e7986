package dev.trivium.data.sample;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * A data file that ships inside a jar, gzipped, with texts about it beside it.
 *
 * @param anchor a class of the package that holds it
 * @param name   name of the file without {@code .gz}
 * @param sha256 SHA-256 of the file as unpacked, in lower-case hexadecimal
 */
public record ShippedFile(Class<?> anchor, String name, String sha256) {

    /**
     * Opens the file. All of it is in memory and its checksum has been compared.
     *
     * @throws IOException if it is missing from the jar or damaged
     */
    public InputStream open() throws IOException {
        return new ByteArrayInputStream(bytes());
    }

    /**
     * Writes the file into a folder, which is made if need be, and returns its path. A file that is already there with the right content
     * is left as it is.
     *
     * @param folder folder to write to
     * @throws IOException if a different file of that name is there, or writing fails
     */
    public Path extract(Path folder) throws IOException {
        byte[] bytes = bytes();
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            if (sha256.equals(sha256(Files.readAllBytes(target)))) {
                return target;
            }
            throw new IOException("folder must not hold another " + name + ", got " + target);
        }
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, name, ".part");
        try {
            Files.write(part, bytes);
            move(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
        return target;
    }

    /**
     * Reads a text that lies beside the file.
     *
     * @param file such as {@code LICENSE.txt} or {@code SOURCE.md}
     * @throws IOException if it is missing from the jar
     */
    public String text(String file) throws IOException {
        return new String(resource(file), StandardCharsets.UTF_8);
    }

    private byte[] bytes() throws IOException {
        byte[] bytes;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(resource(name + ".gz")))) {
            bytes = in.readAllBytes();
        }
        String got = sha256(bytes);
        if (!got.equals(sha256)) {
            throw new IOException(name + " inside the jar must have SHA-256 " + sha256 + ", got " + got);
        }
        return bytes;
    }

    private byte[] resource(String file) throws IOException {
        try (InputStream in = anchor.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException("the jar must hold " + anchor.getPackageName().replace('.', '/') + "/" + file + ", got none");
            }
            return in.readAllBytes();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
