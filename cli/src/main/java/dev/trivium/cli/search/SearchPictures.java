package dev.trivium.cli.search;

import dev.trivium.evaluation.chart.TrialChart;
import dev.trivium.evaluation.report.Command;
import dev.trivium.evaluation.report.Facts;
import dev.trivium.evaluation.report.Gallery;
import dev.trivium.evaluation.report.Report;
import dev.trivium.evaluation.report.Section;
import dev.trivium.evaluation.report.Standing;
import dev.trivium.evaluation.report.Statement;
import dev.trivium.evaluation.report.Table;
import dev.trivium.nn.search.Choice;
import dev.trivium.nn.search.Parameter;
import dev.trivium.nn.search.Real;
import dev.trivium.nn.search.Settings;
import dev.trivium.nn.search.Study;
import dev.trivium.nn.search.Trial;
import dev.trivium.nn.search.Whole;
import java.util.ArrayList;
import java.util.List;

/** What came of a search, as a chart and as a page. */
final class SearchPictures {

    private final SearchTask task;
    private final Study study;
    private final SearchTable table;

    SearchPictures(SearchTask task, Study study) {
        this.task = task;
        this.study = study;
        table = new SearchTable(task, study);
    }

    TrialChart chart() {
        boolean rungs = study.trials().stream().anyMatch(trial -> trial.score().map(score -> score.epochs() > 0).orElse(false));
        double[] scores = study.trials().stream()
                .mapToDouble(trial -> trial.failure().isPresent() ? Double.NaN : trial.score().map(Trial.Score::value).orElse(Double.NaN)).toArray();
        List<TrialChart.Slice> slices = study.plan().space().parameters().stream().map(this::slice).toList();
        return TrialChart.of("Search of " + task.model(), "Score over " + task.scored() + (rungs ? ", after the last epoch that a trial reached" : "")
                + ". No test data were used.", task.score(), scores, slices);
    }

    private TrialChart.Slice slice(Parameter parameter) {
        List<Object> values = new ArrayList<>(parameter instanceof Choice choice ? choice.values() : List.of());
        double[] at = new double[study.trials().size()];
        for (int i = 0; i < at.length; i++) {
            Object value = study.trials().get(i).settings().values().get(parameter.name());
            if (parameter instanceof Choice && value != null && !values.contains(value)) {
                values.add(value); // of the standard recipe
            }
            at[i] = value == null ? Double.NaN : parameter instanceof Choice ? values.indexOf(value) : ((Number) value).doubleValue();
        }
        boolean log = parameter instanceof Whole whole && whole.log() || parameter instanceof Real real && real.log();
        return new TrialChart.Slice(parameter.name(), at, log, values.stream().map(Settings::text).toList());
    }

    Report report(Trial best, String next) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("Result", new Statement(Standing.PLAIN, table.counts(), table.gain(best)),
                new Statement(Standing.UNSURE, "A selected score", SearchTable.warning(study.trials().size())),
                new Facts().fact("Best settings", table.changed(best).toString())));
        sections.add(Section.of("Trials", Gallery.wide().add(chart().picture().svg(), "Scores",
                "by trial and by parameter; the table below has every number")));
        sections.add(Section.of("History", history()));
        sections.add(Section.of("Next", new Command(next)));
        return new Report("Search of " + task.model(), task.score() + " over " + task.scored(), sections);
    }

    private Table history() {
        List<String> names = study.plan().space().parameters().stream().map(Parameter::name).toList();
        List<String> columns = new ArrayList<>(List.of("trial", "score", "epochs"));
        columns.addAll(names);
        Table rows = Table.of("Every trial", columns);
        for (Trial trial : study.trials()) {
            List<String> row = new ArrayList<>();
            row.add(trial.number() + (trial.number() == 1 ? " (standard)" : ""));
            row.add(trial.failure().isPresent() ? "failed" : trial.score().map(score -> SearchTable.score(score.value())).orElse("none"));
            row.add(trial.score().filter(score -> score.epochs() > 0).map(score -> Integer.toString(score.epochs())).orElse(""));
            names.forEach(name -> row.add(trial.settings().has(name) ? Settings.text(trial.settings().values().get(name)) : ""));
            rows.row(row);
            trial.failure().ifPresent(reason -> rows.note("Trial " + trial.number() + " failed: " + reason));
        }
        return rows;
    }
}
