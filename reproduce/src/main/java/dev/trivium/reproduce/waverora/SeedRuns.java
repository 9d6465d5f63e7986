package dev.trivium.reproduce.waverora;

import dev.trivium.reproduce.record.Cells;
import dev.trivium.reproduce.record.Columns;
import dev.trivium.reproduce.record.Recorded;
import dev.trivium.reproduce.record.RunsFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Runs as lines of a CSV file: one per data set, horizon and seed. */
final class SeedRuns {

    private SeedRuns() {}

    /** {@return the file; recorded runs stand in the order of the paper's table} */
    static RunsFile<SeedRun> file(PaperTable paper) {
        return new RunsFile<>(columns(), SeedRuns::read, run -> List.of(run.setting(), run.seed()),
                Comparator.comparing((SeedRun run) -> paper.rows().indexOf(paper.row(run.setting()))).thenComparing(SeedRun::seed));
    }

    /** {@return the figures in a folder of the repository} */
    static Recorded<SeedRun> in(Path home, PaperTable paper) {
        return new Recorded<>(home, file(paper), runs -> ResultTables.of(paper, runs).markdown());
    }

    private static Columns<SeedRun> columns() {
        Columns<SeedRun> columns = new Columns<SeedRun>().text("dataset", run -> run.setting().dataset())
                .whole("horizon", run -> run.setting().horizon()).whole("seed", SeedRun::seed).whole("windows", run -> run.windows().all())
                .whole("windows_kept", run -> run.windows().kept());
        scores(columns, "", SeedRun::all);
        scores(columns, "kept_", SeedRun::kept);
        scores(columns, "last_value_", run -> run.simple().lastValue());
        scores(columns, "seasonal_", run -> run.simple().seasonal());
        scores(columns, "linear_", run -> run.simple().linear());
        return columns.whole("epochs", run -> run.fit().epochs()).whole("best_epoch", run -> run.fit().bestEpoch())
                .number("fit_seconds", 1, run -> run.fit().seconds()).origin(SeedRun::origin);
    }

    private static void scores(Columns<SeedRun> columns, String method, Function<SeedRun, Score> score) {
        columns.number(method + "mse", 6, run -> score.apply(run).mse()).number(method + "mae", 6, run -> score.apply(run).mae());
    }

    private static SeedRun read(Cells line) {
        return new SeedRun(new Setting(line.text("dataset"), line.whole("horizon")), line.large("seed"),
                new SeedRun.Windows(line.whole("windows"), line.whole("windows_kept")), score(line, ""), score(line, "kept_"),
                new SeedRun.Simple(score(line, "last_value_"), score(line, "seasonal_"), score(line, "linear_")),
                new SeedRun.Fit(line.whole("epochs"), line.whole("best_epoch"), line.number("fit_seconds")), line.origin());
    }

    private static Score score(Cells line, String method) {
        return new Score(line.number(method + "mse"), line.number(method + "mae"));
    }
}
