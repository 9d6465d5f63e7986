package dev.trivium.cli;

import dev.trivium.cli.terminal.Session;
import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine;

/** Parsers of the whole command line, for tests in its packages. */
public final class Parsers {

    private Parsers() {}

    /** {@return one that writes nowhere} */
    public static CommandLine silent() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Trivium.forSession(Session.of(nowhere, nowhere));
    }
}
