package dev.trivium.reproduce.fgatt;

import dev.trivium.reproduce.record.Cells;
import dev.trivium.reproduce.record.Columns;
import dev.trivium.reproduce.record.Recorded;
import dev.trivium.reproduce.record.RunsFile;
import java.nio.file.Path;
import java.util.Comparator;

/** Runs as lines of a CSV file, in the order of the tables. */
final class Runs {

    static final RunsFile<Run> FILE = new RunsFile<>(columns(), Runs::read, Run::key,
            Comparator.comparing(Run::setting).thenComparing(Run::method).thenComparing(Run::seeds));

    private Runs() {}

    /** {@return the figures in a folder of the repository} */
    static Recorded<Run> in(Path home, Study study) {
        return new Recorded<>(home, FILE, runs -> ResultTables.of(study, runs).markdown());
    }

    private static Columns<Run> columns() {
        return new Columns<Run>().text("setting", run -> run.setting().title()).text("method", run -> run.method().title())
                .text("seeds", Run::seeds).text("mask_sha256", run -> run.mask().sha256()).whole("cells", run -> run.mask().cells())
                .number("mae", 6, run -> run.scores().mae()).number("mae_sd", 6, run -> run.scores().deviation())
                .number("mae_low", 6, run -> run.scores().low()).number("mae_high", 6, run -> run.scores().high())
                .number("rmse", 6, run -> run.scores().rmse()).number("mre", 6, run -> run.scores().mre())
                .number("coverage_80", 4, run -> run.scores().coverage()).number("p_linear", 6, run -> run.paired().linear())
                .text("best_simple", run -> run.paired().bestSimple()).number("p_best_simple", 6, run -> run.paired().simple())
                .number("p_no_graph", 6, run -> run.paired().noGraph()).number("p_fgatt", 6, run -> run.paired().fgatt())
                .number("mae_fgatt", 6, run -> run.paired().fgattMae()).number("best_validation", 6, run -> run.fit().validation())
                .whole("epochs", run -> run.fit().epochs()).whole("best_epoch", run -> run.fit().bestEpoch())
                .number("fit_seconds", 1, run -> run.fit().seconds()).number("fill_seconds", 1, run -> run.fit().fillSeconds())
                .origin(Run::origin);
    }

    private static Run read(Cells line) {
        return new Run(Setting.parse(line.text("setting")), Method.parse(line.text("method")), line.text("seeds"),
                new Run.Mask(line.text("mask_sha256"), line.whole("cells")),
                new Run.Scores(line.number("mae"), line.number("mae_sd"), line.number("mae_low"), line.number("mae_high"), line.number("rmse"),
                        line.number("mre"), line.number("coverage_80")),
                new Run.Paired(line.number("p_linear"), line.text("best_simple"), line.number("p_best_simple"), line.number("p_no_graph"),
                        line.number("p_fgatt"), line.number("mae_fgatt")),
                new Run.Fit(line.number("best_validation"), line.whole("epochs"), line.whole("best_epoch"), line.number("fit_seconds"),
                        line.number("fill_seconds")), line.origin());
    }
}
