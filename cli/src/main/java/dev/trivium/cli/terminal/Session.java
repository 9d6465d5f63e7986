package dev.trivium.cli.terminal;

import dev.trivium.cli.record.Trail;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command writes: results to {@code out}; what was read, progress and errors to {@code err}.
 *
 * @param out results alone, so that they can be piped
 * @param err everything else
 * @param status the line of {@code err} that is rewritten
 * @param interruption Ctrl-C
 * @param trail what the command says of itself, for a record of the run
 */
public record Session(PrintWriter out, PrintWriter err, StatusLine status, Interruption interruption, Trail trail) {

    /** The root command, which has a session. */
    public interface Holder {

        /** {@return the session of this call} */
        Session session();

        /** {@return the parser of the same commands for another session} */
        CommandLine commandLine(Session other);
    }

    /** {@return a session on two writers, as for a log} */
    public static Session of(PrintWriter out, PrintWriter err) {
        return new Session(out, err, new StatusLine(err, false, System::nanoTime), Interruption.never(), new Trail());
    }

    /** {@return the session of this process} */
    public static Session ofProcess(Interruption interruption) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        return new Session(out, err, new StatusLine(err, errorsGoToATerminal(), System::nanoTime), interruption, new Trail());
    }

    /** {@return the session in which a command runs, given its specification or that of one of its mixins, which has no root of its own} */
    public static Session of(CommandSpec spec) {
        return ((Holder) spec.commandLine().getCommandSpec().root().userObject()).session();
    }

    /** UTF-8, whatever the locale says; a console of Windows has an encoding of its own. */
    private static PrintWriter writer(FileDescriptor target) {
        Console console = System.console();
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Charset charset = windows && console != null ? console.charset() : StandardCharsets.UTF_8;
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(target), charset), true);
    }

    /** Java can ask for standard input and output together only; Linux knows more. */
    private static boolean errorsGoToATerminal() {
        Path descriptor = Path.of("/proc/self/fd/2");
        if (Files.isSymbolicLink(descriptor)) {
            try {
                String target = Files.readSymbolicLink(descriptor).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return System.console() != null;
    }

    /** Writes out what is buffered, and ends a status line that is still shown. */
    public void flush() {
        status.clear();
        out.flush();
        err.flush();
    }
}
