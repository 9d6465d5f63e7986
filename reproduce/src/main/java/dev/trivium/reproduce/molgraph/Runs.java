package dev.trivium.reproduce.molgraph;

import dev.trivium.reproduce.record.Cells;
import dev.trivium.reproduce.record.Columns;
import dev.trivium.reproduce.record.Recorded;
import dev.trivium.reproduce.record.RunsFile;
import java.nio.file.Path;
import java.util.Comparator;

/** Runs as lines of a CSV file; recorded ones in the order of the tables. */
final class Runs {

    static final RunsFile<Run> FILE = new RunsFile<>(columns(), Runs::read, Run::key, Comparator.comparing(Run::benchmark).thenComparing(Run::split)
            .thenComparing(Run::method).thenComparing(Run::isEnsemble).thenComparing(Run::seeds));

    private Runs() {}

    /** {@return the figures in a folder of the repository} */
    static Recorded<Run> in(Path home) {
        return new Recorded<>(home, FILE, runs -> ResultTables.of(runs).markdown());
    }

    private static Columns<Run> columns() {
        return new Columns<Run>().text("set", run -> run.benchmark().name()).text("split", Run::split).text("method", run -> run.method().title())
                .text("seeds", Run::seeds).whole("train", run -> run.sizes().train()).whole("validation", run -> run.sizes().validation())
                .whole("test", run -> run.sizes().test()).whole("refused", run -> run.sizes().refused())
                .number("rmse_or_auroc", 6, run -> run.scores().first()).number("mae_or_auprc", 6, run -> run.scores().second())
                .number("pearson_or_brier", 6, run -> run.scores().third()).number("best_validation", 6, run -> run.fit().validation())
                .whole("epochs", run -> run.fit().epochs()).whole("best_epoch", run -> run.fit().bestEpoch())
                .number("fit_seconds", 1, run -> run.fit().seconds()).origin(Run::origin);
    }

    private static Run read(Cells line) {
        return new Run(Benchmark.parse(line.text("set")), line.text("split"), Method.parse(line.text("method")), line.text("seeds"),
                new Run.Sizes(line.whole("train"), line.whole("validation"), line.whole("test"), line.whole("refused")),
                new Run.Scores(line.number("rmse_or_auroc"), line.number("mae_or_auprc"), line.number("pearson_or_brier")),
                new Run.Fit(line.number("best_validation"), line.whole("epochs"), line.whole("best_epoch"), line.number("fit_seconds")),
                line.origin());
    }
}
