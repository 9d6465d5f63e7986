package dev.trivium.nn.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads and writes model files ({@code .trivium}); the package page describes what is in one.
 *
 * <p>Written bytes depend on the contents alone: entries are stored in a fixed order with a fixed date, JSON keys are sorted.
 */
public final class ModelFile {

    private ModelFile() {}

    /**
     * Writes a model file atomically: a reader, or a process that crashes in between, sees the earlier file or the whole new one.
     * An interrupt of the thread does not disturb the write.
     *
     * @param file     the file to make or replace; its folder must exist
     * @param contents what to write; arrays inside tensors must not change meanwhile
     * @throws ModelFileException if a weight is NaN or infinite, or an entry is larger than a reader accepts
     * @throws IOException        if writing fails
     */
    public static void write(Path file, ModelContents contents) throws IOException {
        write(file, contents, WriteObserver.NONE);
    }

    /**
     * Writes a model file atomically and tells how far it is.
     *
     * @param file     the file to make or replace; its folder must exist
     * @param contents what to write; arrays inside tensors must not change meanwhile
     * @param observer told after every piece; may abandon the write by throwing
     * @throws ModelFileException if a weight is NaN or infinite, or an entry is larger than a reader accepts
     * @throws IOException        if writing fails or the observer throws
     */
    public static void write(Path file, ModelContents contents, WriteObserver observer) throws IOException {
        ModelFileWriter writer = new ModelFileWriter(contents, new Refusal(file.toString(), Refusal.WHOLE_FILE));
        AtomicFile.write(file, observer, writer::writeTo);
    }

    /**
     * Reads a model file: every byte is checked before this returns. Weights above 64 MiB stay in the file, mapped into memory, so it must
     * not be changed in place while they are in use; replacing it by a rename, as {@link #write} does, is harmless.
     *
     * @param file a file that {@link #write} made
     * @return its contents; which kinds, versions, names and shapes to expect is the caller's to check
     * @throws ModelFileException if the file is absent or is not exactly as {@link #write} makes it
     * @throws IOException        if reading fails
     */
    public static ModelContents read(Path file) throws IOException {
        return ModelFileReader.read(file);
    }

    /**
     * Reads a model file and hashes what was learnt, see {@link ModelContents#fingerprint()}: the way to tell that two files hold the same
     * model, or that a run gave the same bits again.
     *
     * @param file a file that {@link #write} made
     * @return 64 hexadecimal digits
     * @throws ModelFileException if the file is absent or is not exactly as {@link #write} makes it
     * @throws IOException        if reading fails
     */
    public static String fingerprint(Path file) throws IOException {
        return read(file).fingerprint();
    }

    /** Writes a model to a file, as the {@code save} of a fitted model does. */
    @FunctionalInterface
    public interface Saver {

        /** Writes the whole model. */
        void save(Path file) throws IOException;
    }

    /**
     * Hashes what a model in memory would write, see {@link ModelContents#fingerprint()}.
     *
     * @param saver writes the model, to a temporary file
     * @return 64 hexadecimal digits
     * @throws IOException if the file cannot be written or read
     */
    public static String fingerprintOf(Saver saver) throws IOException {
        Path file = Files.createTempFile("trivium", ".trivium");
        try {
            saver.save(file);
            return fingerprint(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
