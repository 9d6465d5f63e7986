package dev.trivium.data.catalog;

import java.nio.file.Path;
import java.time.Duration;

/** Told how a file is coming along. Calls come on the thread that asked for the file. */
@FunctionalInterface
public interface Progress {

    /**
     * More of a file has arrived.
     *
     * @param file  file that is being fetched; its size may be unknown
     * @param bytes bytes that have arrived so far, those of an earlier run included; smaller than before if the file is begun anew
     */
    void arrived(DataFile file, long bytes);

    /**
     * A try has failed and another will follow.
     *
     * @param file   file that is being fetched
     * @param reason what went wrong
     * @param pause  time until the next try
     */
    default void retrying(DataFile file, String reason, Duration pause) {}

    /**
     * Another process is fetching the same data set; this one waits for it.
     *
     * @param lock the file that the other process holds locked
     */
    default void waiting(Path lock) {}

    /** {@return a listener that does nothing} */
    static Progress none() {
        return (file, bytes) -> {};
    }
}
