package dev.trivium.cli.molecule;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file to read; standard input is first written to one, as it is looked through twice.
 *
 * @param file      the file
 * @param name      how it is called
 * @param temporary whether to remove it
 */
record Input(Path file, String name, boolean temporary) implements AutoCloseable {

    private static final String STANDARD = "-";

    static Input of(String data) throws IOException {
        if (!data.equals(STANDARD)) {
            return new Input(Path.of(data), String.valueOf(Path.of(data).getFileName()), false);
        }
        Path file = Files.createTempFile("trivium-input", ".csv");
        try (InputStream in = new FileInputStream(FileDescriptor.in)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new Input(file, "standard input", true);
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(file);
        }
    }
}
