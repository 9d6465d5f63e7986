package dev.trivium.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Brings all bytes of one file into its {@code .part} file, over as many connections as it takes. */
final class Transfer {

    private static final int BUFFER = 1 << 16;

    private final DataFile file;
    private final URI url;
    private final Path part;
    private final Progress progress;
    private final DownloadPolicy policy;
    private final Redirects redirects;

    Transfer(DataFile file, URI url, Path part, Progress progress, DownloadPolicy policy, Redirects redirects) {
        this.file = file;
        this.url = url;
        this.part = part;
        this.progress = progress;
        this.policy = policy;
        this.redirects = redirects;
    }

    /** Tries until the server has sent everything; only tries that bring nothing new count. The bytes are not checked here. */
    void run() throws IOException {
        long furthest = size();
        int failures = 0;
        while (true) {
            try {
                attempt();
                return;
            } catch (RefusedException | InterruptedIOException | FileSystemException e) {
                throw e;
            } catch (IOException e) {
                failures = size() > furthest ? 1 : failures + 1;
                furthest = Math.max(furthest, size());
                if (failures >= policy.tries()) {
                    throw new IOException(url + " could not be read, last of " + failures + " tries: " + reason(e), e);
                }
                pause(failures, e);
            }
        }
    }

    private void attempt() throws IOException {
        long have = size();
        if (file.bytes() != DataFile.UNKNOWN_SIZE && have == file.bytes()) {
            return; // all there; the caller compares the checksum
        }
        if (file.bytes() != DataFile.UNKNOWN_SIZE && have > file.bytes()) {
            have = 0;
        }
        HttpAnswer answer = redirects.ask(url, have);
        try (InputStream body = answer.response().body()) {
            if (answer.beyondTheEnd()) {
                restart(have);
                return;
            }
            long from = answer.begin(file);
            long total = file.bytes() != DataFile.UNKNOWN_SIZE ? file.bytes() : answer.total();
            long got = copy(body, from, total);
            if (total >= 0 && got < total) {
                throw new IOException("the connection ended after " + got + " of " + total + " bytes");
            }
        }
    }

    /** A size that is not on record: the part may be complete. If not, the next round begins anew. */
    private void restart(long have) throws IOException {
        if (file.bytes() == DataFile.UNKNOWN_SIZE && file.matches(part)) {
            return;
        }
        Files.deleteIfExists(part);
        throw new IOException("the server has nothing after byte " + have);
    }

    private long copy(InputStream body, long from, long total) throws IOException {
        long position = from;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                StallGuard guard = new StallGuard(body, policy.stall())) {
            channel.truncate(from);
            byte[] buffer = new byte[BUFFER];
            for (int n = read(body, buffer, guard); n >= 0; n = read(body, buffer, guard)) {
                guard.progressed();
                if (total >= 0 && position + n > total) {
                    channel.truncate(0);
                    throw new RefusedException(url + " must hold " + total + " bytes, got more");
                }
                write(channel, position, ByteBuffer.wrap(buffer, 0, n));
                position += n;
                progress.arrived(file, position);
            }
        }
        return position;
    }

    private int read(InputStream body, byte[] buffer, StallGuard guard) throws IOException {
        try {
            int n = body.read(buffer);
            if (n < 0 && guard.expired()) {
                throw new IOException("closed by the watch");
            }
            return n;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while reading " + url);
            }
            if (guard.expired()) {
                throw new IOException("no byte came for " + policy.stall().toMillis() + " ms", e);
            }
            throw e;
        }
    }

    private void write(FileChannel channel, long position, ByteBuffer bytes) throws IOException {
        long at = position;
        try {
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        } catch (IOException e) {
            throw new RefusedException(part + " could not be written: " + reason(e), e);
        }
    }

    private void pause(int failures, IOException e) throws IOException {
        Duration wait = policy.pause(failures);
        if (e instanceof BusyException busy && busy.asked().compareTo(wait) > 0) {
            wait = busy.asked();
        }
        progress.retrying(file, reason(e), wait);
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting to ask again for " + url);
        }
    }

    private long size() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
