package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.reproduce.record.Cells;
import dev.trivium.reproduce.record.Columns;
import dev.trivium.reproduce.record.Recorded;
import dev.trivium.reproduce.record.RunsFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Runs as lines of a CSV file, in the order of the sets and methods. */
final class Runs {

    private static final String BAR = "|";

    private Runs() {}

    static RunsFile<Run> file(List<StudySet> sets) {
        List<String> names = sets.stream().map(StudySet::name).toList();
        return new RunsFile<>(columns(), Runs::read, Run::key, Comparator.comparing((Run run) -> names.indexOf(run.set())).thenComparing(Run::method));
    }

    /** {@return the figures in a folder of the repository} */
    static Recorded<Run> in(Path home, List<StudySet> sets) {
        return new Recorded<>(home, file(sets), runs -> ResultTables.of(sets, runs).markdown());
    }

    private static Columns<Run> columns() {
        return new Columns<Run>().text("set", Run::set).text("method", run -> run.method().title()).whole("windows", run -> run.targets().windows())
                .whole("series", run -> run.targets().series()).text("excluded", run -> String.join(BAR, run.targets().excluded()))
                .whole("cells", run -> run.targets().cells()).whole("missing", run -> run.targets().missing())
                .number("mase", 6, run -> run.scores().mase()).number("scaled_crps", 6, run -> run.scores().crps())
                .number("coverage_80", 4, run -> run.scores().coverage()).number("fit_seconds", 1, run -> run.cost().fit())
                .number("forecast_seconds", 1, run -> run.cost().forecast()).text("note", Run::note).origin(Run::origin);
    }

    private static Run read(Cells line) {
        String excluded = line.text("excluded");
        return new Run(line.text("set"), Method.parse(line.text("method")), new Run.Targets(line.whole("windows"), line.whole("series"),
                excluded.isEmpty() ? List.of() : List.of(excluded.split("\\|")), line.large("cells"), line.large("missing")),
                new Run.Scores(line.number("mase"), line.number("scaled_crps"), line.number("coverage_80")),
                new Run.Cost(line.number("fit_seconds"), line.number("forecast_seconds")), line.text("note"), line.origin());
    }
}
