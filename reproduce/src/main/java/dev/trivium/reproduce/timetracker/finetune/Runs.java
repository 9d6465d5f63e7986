package dev.trivium.reproduce.timetracker.finetune;

import dev.trivium.reproduce.record.Cells;
import dev.trivium.reproduce.record.Columns;
import dev.trivium.reproduce.record.CsvText;
import dev.trivium.reproduce.record.Recorded;
import dev.trivium.reproduce.record.RunsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs as lines of a CSV file, in the order of the table. */
final class Runs {

    static final RunsFile<Run> FILE = new RunsFile<>(columns(), Runs::read, run -> List.of(run.setting(), run.seed()),
            Comparator.comparing((Run run) -> run.setting().dataset()).thenComparing(run -> -run.setting().share())
                    .thenComparing(run -> run.setting().start()).thenComparing(Run::seed));

    private Runs() {}

    /** {@return the figures in a folder of the repository} */
    static Recorded<Run> in(Path home) throws IOException {
        Map<String, Double> waverora = waverora(home);
        return new Recorded<>(home, FILE, runs -> new ResultTable(waverora, runs).markdown());
    }

    private static Columns<Run> columns() {
        return new Columns<Run>().text("dataset", run -> run.setting().dataset()).text("start", run -> run.setting().start().title())
                .text("share", run -> Double.toString(run.setting().share())).whole("seed", Run::seed).whole("windows", Run::windows)
                .number("mse", 6, Run::mse).number("mae", 6, Run::mae).whole("epochs", run -> run.fit().epochs())
                .whole("best_epoch", run -> run.fit().best()).number("fit_seconds", 1, run -> run.fit().seconds()).origin(Run::origin);
    }

    private static Run read(Cells line) {
        Setting setting = new Setting(line.text("dataset"), Setting.Origin.parse(line.text("start")), line.number("share"));
        return new Run(setting, line.large("seed"), line.whole("windows"), line.number("mse"), line.number("mae"),
                new Run.Fit(line.whole("epochs"), line.whole("best_epoch"), line.number("fit_seconds")), line.origin());
    }

    /** {@return for every set the mean MSE over the seeds of WaveRoRA's recorded runs, 96 rows to 96 rows} @param home folder of this study */
    static Map<String, Double> waverora(Path home) throws IOException {
        Path file = home.resolveSibling("waverora-ett").resolve("expected.csv");
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String dataset : Setting.SETS) {
            List<Double> found = CsvText.read(file, line -> line.text("dataset").equals(dataset) && line.whole("horizon") == Setting.LENGTH
                    ? line.number("mse") : Double.NaN);
            figures.put(dataset, found.stream().mapToDouble(mse -> mse).filter(mse -> !Double.isNaN(mse)).average()
                    .orElseThrow(() -> new IOException(file + ": must hold runs of " + dataset + ", got none")));
        }
        return figures;
    }
}
