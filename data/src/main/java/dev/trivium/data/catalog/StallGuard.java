package dev.trivium.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Closes a stream that brings nothing for too long, which makes the read that waits for it fail. */
final class StallGuard implements AutoCloseable {

    private final InputStream body;
    private final Duration limit;
    private final Thread watch;
    private volatile long lastByte = System.nanoTime();
    private volatile boolean expired;

    StallGuard(InputStream body, Duration limit) {
        this.body = body;
        this.limit = limit;
        this.watch = new Thread(this::watch, "trivium-download-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Says that bytes have arrived. */
    void progressed() {
        lastByte = System.nanoTime();
    }

    /** {@return whether the stream was closed for bringing nothing} */
    boolean expired() {
        return expired;
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void watch() {
        try {
            for (long left = limit.toNanos(); left > 0; left = limit.toNanos() - (System.nanoTime() - lastByte)) {
                Thread.sleep(left / 1_000_000 + 1);
            }
            expired = true;
            body.close();
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt(); // done, or already closed: this thread ends either way
        }
    }
}
