package dev.trivium.evaluation.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Lines, areas and texts with their places; written as SVG or as PNG, it shows the same. */
public final class Picture {

    private final String title;
    private final String description;
    private final int width;
    private final int height;
    private final List<Mark> marks;

    Picture(String title, int width, int height, List<Mark> marks) {
        this(title, "", width, height, marks);
    }

    Picture(String title, String description, int width, int height, List<Mark> marks) {
        this.title = title;
        this.description = description;
        this.width = width;
        this.height = height;
        this.marks = List.copyOf(marks);
    }

    /** {@return the width in CSS pixels; a PNG has twice as many} */
    public int width() {
        return width;
    }

    /** {@return the height in CSS pixels; a PNG has twice as many} */
    public int height() {
        return height;
    }

    String title() {
        return title;
    }

    /** What a reader who does not see the picture should know; may be empty. */
    String description() {
        return description;
    }

    List<Mark> marks() {
        return marks;
    }

    /** {@return the picture as one SVG document, with text as text} */
    public String svg() {
        return new SvgWriter().write(this);
    }

    /**
     * The picture as a PNG file, at twice its size.
     *
     * @throws IOException if Java cannot draw on this machine, for want of fonts for example
     */
    public byte[] png() throws IOException {
        return new PngWriter().write(this);
    }

    /**
     * Writes the picture to a file whose name ends in {@code .svg} or {@code .png}. The file appears whole or not at all;
     * one that is there already is replaced.
     *
     * @throws IllegalArgumentException if the name ends otherwise
     * @throws IOException naming the file, if it cannot be written
     */
    public void write(Path file) throws IOException {
        byte[] content = requireKnownExtension(file).equals("svg") ? svg().getBytes(StandardCharsets.UTF_8) : png();
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static String requireKnownExtension(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg") || name.endsWith(".png")) {
            return name.substring(name.length() - 3);
        }
        throw new IllegalArgumentException("file must end in .svg or .png, got " + file);
    }
}
