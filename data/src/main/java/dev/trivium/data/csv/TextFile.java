package dev.trivium.data.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** A text file on disk, plain, gzip or alone in a zip, whose bytes have all been seen to be text in one encoding. */
public final class TextFile {

    private final CsvFile file;
    private final Charset charset;
    private final List<String> notes;

    private TextFile(CsvFile file, Charset charset, List<String> notes) {
        this.file = file;
        this.charset = charset;
        this.notes = notes;
    }

    /**
     * Looks through the file once.
     *
     * @param stated its encoding; empty: by byte order mark, else UTF-8, else (with a note) ISO-8859-1
     * @throws CsvFormatException if it is absent, damaged or not in that encoding; the message has the file and, where there is one, the line
     * @throws IOException        if the disk fails
     */
    public static TextFile of(Path path, Optional<Charset> stated) throws IOException {
        CsvFile file = new CsvFile(path);
        try {
            Optional<Charset> known = stated.isPresent() ? stated : Encoding.marked(file);
            if (known.isPresent()) {
                return checked(file, known.get());
            }
            if (Encoding.holds(file, StandardCharsets.UTF_8)) {
                return new TextFile(file, StandardCharsets.UTF_8, List.of());
            }
            return new TextFile(file, StandardCharsets.ISO_8859_1, List.of("the text is read as ISO-8859-1, for "
                    + Encoding.firstFault(file, StandardCharsets.UTF_8) + "; another encoding can be stated"));
        } catch (NoSuchFileException e) {
            throw file.error("no such file");
        } catch (EOFException | ZipException e) {
            throw file.error("is a damaged compressed file: " + e.getMessage());
        }
    }

    private static TextFile checked(CsvFile file, Charset charset) throws IOException {
        if (!Encoding.holds(file, charset)) {
            throw file.error("must be text in " + charset.name() + ", but " + Encoding.firstFault(file, charset));
        }
        return new TextFile(file, charset, List.of());
    }

    /**
     * Opens the text from its start, without a byte order mark.
     *
     * @throws IOException if the disk fails
     */
    public Reader open() throws IOException {
        return Encoding.open(file, charset);
    }

    /** {@return the encoding} */
    public Charset charset() {
        return charset;
    }

    /** {@return what was decided about the encoding that a reader should know; empty if nothing} */
    public List<String> notes() {
        return notes;
    }

    CsvFile file() {
        return file;
    }
}
