package dev.trivium.reproduce.intervals;

import dev.trivium.reproduce.record.Cells;
import dev.trivium.reproduce.record.Columns;
import dev.trivium.reproduce.record.Recorded;
import dev.trivium.reproduce.record.RunsFile;
import java.nio.file.Path;
import java.util.Comparator;

/** Lines of a CSV file; recorded ones stand in the order of the cases, their methods and seeds. */
final class Lines {

    static final RunsFile<Line> FILE = new RunsFile<>(columns(), Lines::read, Line::run,
            Comparator.comparing((Line line) -> Cases.all().indexOf(Cases.parse(line.study())))
                    .thenComparing(line -> Cases.parse(line.study()).methods().indexOf(line.method())).thenComparing(Line::seed));

    private Lines() {}

    /** {@return the figures in a folder of the repository} */
    static Recorded<Line> in(Path home) {
        return new Recorded<>(home, FILE, lines -> new ResultTables(lines).markdown());
    }

    private static Columns<Line> columns() {
        return new Columns<Line>().text("case", Line::study).text("method", Line::method).whole("seed", Line::seed).text("variant", Line::variant)
                .text("nominal", line -> Double.toString(line.nominal())).text("over", Line::over).whole("points", Line::points)
                .number("share", 5, Line::share).number("width", 5, Line::width).whole("epochs", line -> line.fit().epochs())
                .whole("best_epoch", line -> line.fit().bestEpoch()).number("fit_seconds", 1, line -> line.fit().seconds()).origin(Line::origin);
    }

    private static Line read(Cells line) {
        return new Line(Cases.parse(line.text("case")).title(), line.text("method"), line.large("seed"), line.text("variant"), line.number("nominal"),
                line.text("over"), line.large("points"), line.number("share"), line.number("width"),
                new Line.Fit(line.whole("epochs"), line.whole("best_epoch"), line.number("fit_seconds")), line.origin());
    }
}
