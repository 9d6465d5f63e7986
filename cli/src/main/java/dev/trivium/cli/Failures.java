package dev.trivium.cli;

import dev.trivium.cli.terminal.Session;
import dev.trivium.nn.training.TrainingCancelledException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on stderr and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler, IExecutionStrategy {

    /** The data or the model were refused. */
    static final int REFUSED = 1;
    /** The command line cannot be understood. */
    static final int USAGE = 2;
    /** Ctrl-C. */
    static final int CANCELLED = 130;

    private final Session session;

    Failures(Session session) {
        this.session = session;
    }

    @Override
    public int execute(ParseResult result) {
        try {
            return new RunLast().execute(result);
        } catch (OutOfMemoryError e) {
            return report(result.commandSpec().commandLine(), e, "out of memory (" + e.getMessage()
                    + "); give Java more with TRIVIUM_JAVA_OPTIONS=-Xmx8g", REFUSED);
        } catch (LinkageError e) {
            return report(result.commandSpec().commandLine(), e, "the native engine cannot be loaded (" + firstLine(e)
                    + "); trivium doctor says more", REFUSED);
        }
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        String message = e.getMessage().lines().map(String::strip).collect(Collectors.joining(" "));
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
            message += "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return report(line, e, message + " (see " + line.getCommandSpec().qualifiedName() + " --help)", USAGE);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
        if (e instanceof TrainingCancelledException cancelled) {
            return cancelled(line, cancelled);
        }
        if (e instanceof CancellationException) {
            return report(line, e, message(e), CANCELLED);
        }
        return report(line, e, message(e), REFUSED);
    }

    private int cancelled(CommandLine line, TrainingCancelledException e) {
        PrintWriter err = session.err();
        session.status().clear();
        err.println("trivium: " + e.getMessage());
        e.checkpoint().ifPresent(file -> err.println("to go on:  " + Resumption.command(
                line.getCommandSpec().root().commandLine().getParseResult().originalArgs(), file)));
        return CANCELLED;
    }

    private int report(CommandLine line, Throwable e, String message, int code) {
        session.status().clear();
        session.out().flush();
        session.err().println("trivium: " + message);
        if (Trivium.debug(line.getCommandSpec())) {
            trace(e);
        }
        return code;
    }

    private void trace(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            session.err().println((each == e ? "" : "caused by ") + each);
            List.of(each.getStackTrace()).forEach(frame -> session.err().println("    at " + frame));
        }
    }

    /** One line for people; what is not our own refusal keeps its type's name. */
    private static String message(Exception e) {
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + (e instanceof NoSuchFileException ? "no such file"
                    : e instanceof AccessDeniedException ? "access denied"
                    : e instanceof FileAlreadyExistsException ? "is there already" : e.getClass().getSimpleName());
        }
        if (e instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
            return message(wrapped.getCause());
        }
        boolean ours = e instanceof IOException || e instanceof CancellationException || e instanceof IllegalArgumentException || e.getClass().getName().startsWith("dev.trivium.");
        return ours && e.getMessage() != null ? firstLine(e)
                : "unexpected " + e.getClass().getSimpleName() + ": " + firstLine(e) + " (--debug prints where; please report it)";
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
