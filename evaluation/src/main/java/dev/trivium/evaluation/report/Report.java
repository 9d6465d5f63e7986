package dev.trivium.evaluation.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * One HTML page that opens from disk, needs no network and holds all it shows.
 *
 * @param title    what it is about
 * @param lead     one line below the title
 * @param sections in order; the verdict comes first
 */
public record Report(String title, String lead, List<Section> sections) {

    /** The most bytes of a report: what can be sent by mail and opened on a phone. */
    public static final int MAX_BYTES = 5_000_000;

    /** Copies the list. */
    public Report {
        sections = List.copyOf(sections);
    }

    /** {@return the page} */
    public String html() {
        return new PageWriter(this).write();
    }

    /**
     * Writes the page; the file appears whole or not at all, and one that is there already is replaced.
     *
     * @throws IllegalArgumentException if it would be larger than {@link #MAX_BYTES}
     * @throws IOException if it cannot be written, naming the file
     */
    public void write(Path file) throws IOException {
        byte[] bytes = html().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("report must have at most " + MAX_BYTES + " bytes, got " + bytes.length);
        }
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
