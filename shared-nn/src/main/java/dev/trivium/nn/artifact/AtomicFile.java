package dev.trivium.nn.artifact;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Replaces a file as a whole: at any moment, and after any crash, the target is the complete old file or the complete new one.
 *
 * <p>Bytes go to {@code .<name>.<random>.tmp} in the same folder, are forced to the disk, and the name is then moved over the target;
 * where the system allows it the folder is forced too. A process that is killed leaves its temporary file behind; the next write of
 * the same target removes those that nobody has touched for an hour.
 */
public final class AtomicFile {

    static final Duration STALE = Duration.ofHours(1);
    private static final int PIECE = 1 << 16;
    private static final String SUFFIX = ".tmp";
    private static final int UUID_LENGTH = 36;

    private AtomicFile() {}

    /** Writes the contents of a file. */
    @FunctionalInterface
    public interface Body {
        /** Writes all of it; the stream is not to be closed. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file; one of that name is replaced.
     *
     * @throws IOException naming the file, if it cannot be written
     */
    public static void write(Path target, Body body) throws IOException {
        try {
            write(target, WriteObserver.NONE, body);
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(target + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /** As {@link #write(Path, Body)}, of a text in UTF-8. */
    public static void write(Path target, String text) throws IOException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static void write(Path target, WriteObserver observer, Body body) throws IOException {
        Path file = target.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new ModelFileException(target, Refusal.WHOLE_FILE, "target must be a file name in an existing folder");
        }
        String prefix = "." + file.getFileName() + ".";
        removeStale(folder, prefix);
        Path temporary = Files.createFile(folder.resolve(prefix + UUID.randomUUID() + SUFFIX));
        try {
            long bytes = fill(temporary, observer, body);
            observer.reached(WriteObserver.Stage.SYNCED, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
            observer.reached(WriteObserver.Stage.MOVED, bytes);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A plain stream, not a channel: an interrupt must not tear a write that a cancelled run makes to save itself. */
    private static long fill(Path temporary, WriteObserver observer, Body body) throws IOException {
        try (FileOutputStream file = new FileOutputStream(temporary.toFile())) {
            Observed out = new Observed(file, observer);
            body.writeTo(out);
            file.getFD().sync();
            return out.written;
        }
    }

    private static void syncFolder(Path folder) {
        boolean interrupted = Thread.interrupted();   // an interrupted thread cannot use a channel
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder; the file itself is on the disk already
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void removeStale(Path folder, String prefix) {
        Instant limit = Instant.now().minus(STALE);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> isTemporary(file, prefix))) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // another process may be tidying too; a file that stays is no reason not to save
        }
    }

    private static boolean isTemporary(Path file, String prefix) {
        String name = file.getFileName().toString();
        return name.startsWith(prefix) && name.endsWith(SUFFIX) && name.length() == prefix.length() + UUID_LENGTH + SUFFIX.length();
    }

    private static final class Observed extends OutputStream {

        private final OutputStream out;
        private final WriteObserver observer;
        private long written;

        Observed(OutputStream out, WriteObserver observer) {
            this.out = out;
            this.observer = observer;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            for (int done = 0; done < count; ) {
                int n = Math.min(PIECE, count - done);
                out.write(bytes, offset + done, n);
                done += n;
                written += n;
                observer.reached(WriteObserver.Stage.WRITING, written);
            }
        }
    }
}
