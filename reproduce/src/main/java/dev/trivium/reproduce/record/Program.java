package dev.trivium.reproduce.record;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * The life of a program: it reads its options, runs, and ends with an exit code. What goes wrong is one line on stderr: 2 where the options are
 * at fault, else 1.
 */
public final class Program {

    private Program() {}

    /**
     * Runs a program and ends the process with its exit code.
     *
     * @param program made of where it prints; its fields are options
     * @param arguments those of {@code run.sh} and its user
     */
    public static void end(Function<PrintStream, Callable<Integer>> program, String... arguments) {
        System.exit(run(program, stream(FileDescriptor.out), stream(FileDescriptor.err), arguments));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** {@return the exit code} @param output where the program prints @param errors what went wrong */
    public static int run(Function<PrintStream, Callable<Integer>> program, PrintStream output, PrintStream errors, String... arguments) {
        CommandLine line = new CommandLine(program.apply(output));
        line.setOut(writer(output));
        line.setErr(writer(errors));
        line.setOverwrittenOptionsAllowed(true); // run.sh gives --out, and so may its user
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            errors.println("run.sh: " + words(failure));
            return 1;
        });
        return line.execute(arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** One line for people; what is no refusal of ours keeps the name of its type. */
    private static String words(Exception failure) {
        if (failure instanceof UncheckedIOException wrapped) {
            return words(wrapped.getCause());
        }
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + (failure instanceof NoSuchFileException ? "must be there, got no such file"
                    : failure instanceof FileAlreadyExistsException ? "must be a folder, got a file"
                    : failure instanceof AccessDeniedException ? "must be open to this user, got access denied" : failure.getClass().getSimpleName());
        }
        boolean refusal = failure instanceof IOException || failure instanceof IllegalArgumentException
                || failure.getClass().getName().startsWith("dev.trivium.");
        return refusal && failure.getMessage() != null ? failure.getMessage()
                : "unexpected " + failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
