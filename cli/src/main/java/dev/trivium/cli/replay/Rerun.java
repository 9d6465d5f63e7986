package dev.trivium.cli.replay;

import dev.trivium.cli.record.Trail;
import dev.trivium.cli.terminal.Session;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.training.TrainingCancelledException;
import dev.trivium.cli.record.RunRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;

/** Runs a command again in this process: what it prints as its result is dropped, what it tells on the way is shown. */
final class Rerun {

    private final Recorded recorded;
    private final Session session;
    private final Function<Session, CommandLine> parser;

    Rerun(Recorded recorded, Session session, Function<Session, CommandLine> parser) {
        this.recorded = recorded;
        this.session = session;
        this.parser = parser;
    }

    /**
     * Runs the words.
     *
     * @param out where the result is written
     * @throws CancellationException if the user wants to stop
     */
    Repetition execute(List<String> words, Path out) throws IOException {
        List<String> all = new ArrayList<>(words);
        all.add("--out=" + out);
        all.add("--force");
        Trail trail = new Trail();
        trail.follow();
        Session quiet = new Session(new PrintWriter(Writer.nullWriter()), session.err(), session.status(), session.interruption(), trail);
        Failure failure = new Failure();
        int code = parser.apply(quiet).setExpandAtFiles(false)
                .setParameterExceptionHandler((e, arguments) -> failure.of(e))
                .setExecutionExceptionHandler((e, command, result) -> failure.of(e))
                .setExecutionStrategy(new RunLast())
                .execute(all.toArray(String[]::new));
        failure.rethrow(recorded);
        RunRecord run = trail.concluded().orElseThrow(() -> new IOException("the replayed command ended with exit code " + code
                + " and without a result"));
        return new Repetition(run, run.madeAModel() ? Optional.of(ModelFile.read(out)) : Optional.empty());
    }

    /** What the command did not survive: it is for the replay to tell. */
    private static final class Failure {

        private @Nullable Exception exception;

        int of(Exception e) {
            exception = e;
            return 1;
        }

        void rethrow(Recorded recorded) throws IOException {
            if (exception instanceof TrainingCancelledException) {
                throw new CancellationException("the replay was cancelled; nothing of it is kept");
            }
            if (exception instanceof ParameterException) {
                throw new IOException(recorded.file() + ": trivium " + recorded.run().command() + " refuses the recorded options: "
                        + exception.getMessage().lines().findFirst().orElse(""), exception);
            }
            if (exception instanceof IOException e) {
                throw e;
            }
            if (exception instanceof RuntimeException e) {
                throw e;
            }
            if (exception != null) {
                throw new IllegalStateException(exception);
            }
        }
    }
}
