package dev.trivium.nn.artifact;

import java.io.IOException;

/**
 * Told how far an atomic write has come, after each piece has reached the operating system. For progress displays, and for tests that
 * stop a process inside a write: an exception thrown here abandons the write, removes the unfinished file and reaches the caller.
 */
@FunctionalInterface
public interface WriteObserver {

    /** Does nothing. */
    WriteObserver NONE = (stage, bytes) -> {};

    /** Where a write is. */
    enum Stage {
        /** Bytes are going to the temporary file; called after every piece of at most 64 KiB. */
        WRITING,
        /** All bytes are on the disk under the temporary name; the target is still the earlier file. */
        SYNCED,
        /** The target is the new file. */
        MOVED
    }

    /**
     * Called on the writing thread.
     *
     * @param stage where the write is
     * @param bytes bytes written so far
     * @throws IOException to abandon the write
     */
    void reached(Stage stage, long bytes) throws IOException;
}
