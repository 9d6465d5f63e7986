package dev.trivium.cli.demo;

import dev.trivium.cli.terminal.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The part of the demo that shows one module. */
interface Section {

    /** {@return the files that it writes} */
    List<Path> files();

    /** Runs it, under a minute. */
    void run(Session session) throws IOException;
}
