package dev.trivium.cli.impute;

import dev.trivium.cli.option.DataOptions;
import dev.trivium.cli.option.DataRead;
import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.fgatt.FgattImputer;
import dev.trivium.imputation.stream.GapStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fills rows as they come. */
@Command(
        name = "stream",
        header = "Fill rows as they come on standard input, each from the rows before it alone.",
        customSynopsis = "trivium impute stream --model FILE --data FILE|NAME [OPTIONS] < ROWS",
        description = {"", "Standard input begins with a header: the time column, then the model's series in any order. Every row is answered at"
                + " once, as a row of the same columns without gaps. A row that comes late, within the model's window, is answered by all rows"
                + " from it to the newest, filled anew. A row that cannot be read is named on standard error and left out; the exit code is then"
                + " 1.",
            "Stamps are written as 2024-03-01T10:00, 2024-03-01, with an offset such as Z or +01:00, or as whole numbers where the data count."},
        footer = {"", "Examples",
            "  trivium impute stream --model cells.trivium --data yesterday.csv < live.csv",
            "  trivium impute stream --model cells.trivium --data yesterday.csv --state now.state < live.csv",
            "  tail -f gateway.csv | trivium impute stream --model cells.trivium --data yesterday.csv --cells"})
final class StreamCommand implements Callable<Integer> {

    private static final int WINDOW = 96;
    private static final int SAVED_EVERY = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "A file that trivium impute fit wrote.")
    private Path model = Path.of("");

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--state", paramLabel = "FILE",
            description = "Where the stream stands: written every 100 rows and at the end; if the file is there, the stream goes on from it and"
                    + " --data says the series only.")
    private @Nullable Path state;

    @Option(names = "--cells", description = "Answer with the filled cells alone: time, series, value, lower and upper end.")
    private boolean cells;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private Outputs outputs = new Outputs();

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        run.apply();
        if (state != null && Files.isDirectory(state)) {
            throw outputs.refused("--state must be a file, got the folder " + state);
        }
        try (Imputer imputer = Imputer.load(model, run.device())) {
            DataRead read = data.read(session);
            GapStream stream = stream(imputer, read.series());
            new Report().row("model", model.getFileName() + ": " + FittedText.of(imputer))
                    .row("stream", stream.kept().length() + " rows kept, the newest of "
                            + stream.kept().label(stream.kept().length() - 1)).toErr(session);
            return fill(session, imputer, stream);
        }
    }

    private GapStream stream(Imputer imputer, SeriesSet before) throws IOException {
        if (state != null && Files.exists(state)) {
            return GapStream.restore(state, imputer);
        }
        int window = imputer instanceof FgattImputer fgatt ? fgatt.spec().architecture().window() : WINDOW;
        SeriesSet series = before.select(imputer.variables().stream().map(variable -> variable.name()).toList());
        int from = Math.max(0, series.length() - window);
        imputer.fill(series.rows(from, series.length())); // refuses data of another step before the first row comes
        GapStream stream = GapStream.start(imputer, window, series.time().slice(from, series.length()));
        for (int t = from; t < series.length(); t++) {
            double[] row = new double[series.width()];
            series.copyRows(t, t + 1, row, 0);
            stream.add(row);
        }
        return stream;
    }

    private int fill(Session session, Imputer imputer, GapStream stream) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String header = input.readLine();
        if (header == null) {
            throw new IllegalArgumentException("standard input must begin with a header of the time column and the series, got nothing");
        }
        StreamRows rows = StreamRows.of(header, imputer.variables(), cells);
        session.out().println(rows.header());
        int refused = 0;
        int line = 1;
        for (String text = input.readLine(); text != null && !session.interruption().requested(); text = input.readLine()) {
            line++;
            try {
                rows.answer(text, stream).forEach(session.out()::println);
            } catch (IllegalArgumentException e) {
                refused++;
                session.err().println("standard input, line " + line + ": " + e.getMessage());
            }
            session.out().flush();
            if (state != null && line % SAVED_EVERY == 0) {
                stream.save(state);
            }
        }
        if (state != null) {
            stream.save(state);
        }
        return refused == 0 ? 0 : 1;
    }
}
