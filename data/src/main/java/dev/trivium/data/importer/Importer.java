package dev.trivium.data.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads logs of one format as series. */
public interface Importer {

    /** {@return its short name, as on the command line} */
    String name();

    /** {@return what it reads, for people, a line} */
    String title();

    /** {@return what a part is, for people; empty where there are none to choose from} */
    Optional<String> parts();

    /**
     * Reads a log: the file as published, plain or packed (.gz, .tgz, .zip), or the folder it was unpacked to.
     *
     * @param part which part of the log to read, where there are several; empty for the standard one
     * @throws ImportException          if the log is not of this format; the message has path and, where there is one, line
     * @throws IOException              if the disk fails
     * @throws IllegalArgumentException if there is no such part; the message lists those there are
     */
    Imported read(Path path, Optional<String> part) throws IOException;
}
