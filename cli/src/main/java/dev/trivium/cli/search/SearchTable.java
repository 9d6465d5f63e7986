package dev.trivium.cli.search;

import dev.trivium.evaluation.text.CsvCells;
import dev.trivium.evaluation.text.TextTable;
import dev.trivium.nn.search.Parameter;
import dev.trivium.nn.search.Settings;
import dev.trivium.nn.search.Study;
import dev.trivium.nn.search.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of a search, as a text, as CSV and as JSON. */
final class SearchTable {

    private static final int SHOWN = 5;

    private final SearchTask task;
    private final Study study;

    SearchTable(SearchTask task, Study study) {
        this.task = task;
        this.study = study;
    }

    static String score(double score) {
        double size = Math.abs(score);
        return String.format(Locale.ROOT, size >= 1e5 || size < 1e-3 && size > 0 ? "%.3e" : "%.4f", score);
    }

    /** {@return the settings of a trial that are not those of the standard recipe} */
    Settings changed(Trial trial) {
        return changed(trial, study.plan().standard());
    }

    /** {@return the settings of a trial that are not among others} */
    static Settings changed(Trial trial, Settings standard) {
        Settings changed = trial.settings();
        for (Map.Entry<String, Object> each : standard.values().entrySet()) {
            if (each.getValue().equals(changed.values().get(each.getKey()))) {
                changed = changed.without(each.getKey());
            }
        }
        return changed;
    }

    /** {@return settings as they are typed after {@code --set}; empty if there are none} */
    static String typed(Settings settings) {
        return settings.values().entrySet().stream().map(each -> each.getKey() + "=" + Settings.text(each.getValue())).collect(Collectors.joining(","));
    }

    List<String> bestFive() {
        List<Trial> ranking = study.ranking();
        boolean rungs = ranking.stream().anyMatch(trial -> trial.score().orElseThrow().epochs() > 0);
        TextTable table = new TextTable();
        table.row(rungs ? List.of("trial", "score", "epochs") : List.of("trial", "score"));
        List<Trial> shown = new ArrayList<>(ranking.subList(0, Math.min(SHOWN, ranking.size())));
        ranking.stream().filter(trial -> trial.number() == 1 && !shown.contains(trial)).forEach(shown::add);
        for (Trial trial : shown) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(trial.number()), score(trial.score().orElseThrow().value())));
            if (rungs) {
                row.add(Integer.toString(trial.score().orElseThrow().epochs()));
            }
            table.row(row);
        }
        List<String> lines = new ArrayList<>(table.render().lines().toList());
        lines.set(0, lines.get(0) + "  settings, where they are not the standard ones");
        for (int i = 0; i < shown.size(); i++) {
            String text = shown.get(i).number() == 1 ? "standard recipe" : changed(shown.get(i)).toString();
            lines.set(i + 1, lines.get(i + 1) + "  " + text);
        }
        return lines;
    }

    /** {@return the gain over the standard recipe on validation, in words} */
    String gain(Trial best) {
        Trial standard = study.trials().get(0);
        if (standard.score().isEmpty() || standard.failure().isPresent()) {
            return "the standard recipe has no score: " + standard.failure().orElse("it did not end");
        }
        if (best.number() == 1) {
            return "none: nothing that was tried is better than the standard recipe";
        }
        double before = standard.score().orElseThrow().value();
        double after = best.score().orElseThrow().value();
        return String.format(Locale.ROOT, "%s against %s of the standard recipe on validation, %.1f %% less", score(after), score(before),
                100 * (before - after) / Math.abs(before));
    }

    String counts() {
        long failed = study.trials().stream().filter(trial -> trial.failure().isPresent()).count();
        return String.format(Locale.ROOT, "best of %d trial%s by %s over %s%s", study.trials().size(), study.trials().size() == 1 ? "" : "s", task.score(), task.scored(),
                failed == 0 ? "" : "; " + failed + " failed");
    }

    /** A selected score is too good. */
    static String warning(int trials) {
        return "this score was chosen as the best of " + trials + " on the validation data, so it is too good: on new data expect less. No test data were"
                + " used; the evaluate command below scores on them, once, at the end";
    }

    /** {@return the whole history, a trial and rung a row} */
    String csv() {
        List<String> names = task.tunable().space().parameters().stream().map(Parameter::name).toList();
        StringBuilder text = new StringBuilder("trial,state,epochs,score");
        names.forEach(name -> text.append(',').append(name));
        text.append(",failure\n");
        for (Trial trial : study.trials()) {
            for (Trial.Score score : trial.scores()) {
                row(text, trial, "scored", Integer.toString(score.epochs()), Double.toString(score.value()), names);
            }
            if (trial.failure().isPresent() || trial.running().isPresent()) {
                row(text, trial, trial.failure().isPresent() ? "failed" : "running", trial.running().map(String::valueOf).orElse(""), "", names);
            }
        }
        return text.toString();
    }

    private static void row(StringBuilder text, Trial trial, String state, String epochs, String score, List<String> names) {
        text.append(trial.number()).append(',').append(state).append(',').append(epochs).append(',').append(score);
        for (String name : names) {
            Object value = trial.settings().values().get(name);
            text.append(',').append(value == null ? "" : CsvCells.of(Settings.text(value)));
        }
        text.append(',').append(state.equals("failed") ? CsvCells.of(trial.failure().orElse("")) : "").append('\n');
    }

    /** What trials took; not part of the history, which repeats byte by byte. */
    static String costs(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("trial,seconds,megabytes\n");
        for (Path home : TrialRuns.homes(folder)) {
            TrialResult.read(home).ifPresent(result -> text.append(String.format(Locale.ROOT, "%d,%.1f,%.1f%n",
                    Integer.parseInt(home.getFileName().toString()), result.seconds(), result.megabytes())));
        }
        return text.toString();
    }

    Map<String, Object> json(Trial best) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", task.model());
        map.put("score", task.score());
        map.put("over", task.scored());
        map.put("trials", study.trials().size());
        map.put("best", trial(best));
        map.put("gain", gain(best));
        map.put("warning", warning(study.trials().size()));
        map.put("history", study.trials().stream().map(SearchTable::trial).toList());
        return map;
    }

    private static Map<String, Object> trial(Trial trial) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("trial", trial.number());
        trial.score().ifPresent(score -> map.put("score", score.value()));
        trial.score().filter(score -> score.epochs() > 0).ifPresent(score -> map.put("epochs", score.epochs()));
        trial.failure().ifPresent(reason -> map.put("failure", reason));
        map.put("settings", trial.settings().values());
        return map;
    }
}
