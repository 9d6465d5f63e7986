package dev.trivium.nn.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in a file of its own, in the form that objects have inside model files: keys sorted, whole numbers as {@code Long}, others as
 * finite {@code Double}, lists and maps unmodifiable.
 */
public final class JsonFile {

    private static final String WHAT = "JSON";

    private JsonFile() {}

    /**
     * Writes an object, whole or not at all; equal objects give equal bytes.
     *
     * @param file   the file to make or replace; its folder must exist
     * @param object text, booleans, numbers of at most 64 bits, null, lists and maps of these
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Map<String, ?> object) throws IOException {
        byte[] json = JsonObjects.write(JsonObjects.canonical(WHAT, object));
        AtomicFile.write(file, out -> out.write(json));
    }

    /**
     * Reads an object.
     *
     * @param file a file of UTF-8
     * @param most bytes that are read; a larger file is refused
     * @return the object
     * @throws ModelFileException if the file is absent, too large or anything but one JSON object without duplicate names, nested at most 64 deep
     * @throws IOException        if reading fails
     */
    public static Map<String, @Nullable Object> read(Path file, int most) throws IOException {
        Refusal where = new Refusal(file.toString(), Refusal.WHOLE_FILE);
        if (!Files.isRegularFile(file)) {
            throw where.because("file must exist and be a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] json = in.readNBytes(most + 1);
            if (json.length > most) {
                throw where.because("file must have at most " + most + " bytes, got " + Files.size(file));
            }
            return JsonObjects.read(json, where.at(WHAT));
        }
    }
}
