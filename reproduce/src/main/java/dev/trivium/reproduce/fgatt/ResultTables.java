package dev.trivium.reproduce.fgatt;

import dev.trivium.reproduce.record.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs as tables, first of all in words where the model falls short. */
final class ResultTables {

    /** Published MAE on AQI-36 with GRIN's protocol: Marisca, Cini, Alippi 2022, table 1, the mean of five runs. */
    private static final List<List<String>> QUOTED = List.of(List.of("Mean", "53.48"), List.of("KNN", "30.21"), List.of("BRITS", "14.50 ± 0.35"),
            List.of("GRIN", "12.08 ± 0.47"), List.of("Transformer over time and space", "11.98 ± 0.53"), List.of("SPIN", "11.77 ± 0.54"),
            List.of("SPIN-H", "10.89 ± 0.27"));

    private static final int SEEDS = 5;

    private final Study study;
    private final List<Run> runs;

    private ResultTables(Study study, List<Run> runs) {
        this.study = study;
        this.runs = runs;
    }

    static ResultTables of(Study study, List<Run> runs) {
        return new ResultTables(study, runs);
    }

    /** {@return shortfalls, then a table for every setting} */
    String markdown() {
        StringBuilder text = new StringBuilder(shortfalls());
        study.settings().forEach(setting -> text.append('\n').append(table(setting)));
        if (study == Study.AQI36) {
            text.append('\n').append(quoted());
        }
        return text.toString();
    }

    private String shortfalls() {
        List<String> missed = new ArrayList<>();
        List<String> also = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (Setting setting : study.settings()) {
            Findings findings = Findings.of(setting, runs);
            findings.asked().forEach(sentence -> missed.add(setting.title() + ": " + sentence));
            findings.also().forEach(sentence -> also.add(setting.title() + ": " + sentence));
            Optional<Run> fgatt = line(setting, Method.FGATT);
            if (fgatt.isEmpty()) {
                absent.add(setting.title());
            }
            fgatt.filter(run -> run.count() < SEEDS).ifPresent(run -> also.add(setting.title() + ": FGATT was run with " + run.count() + " of the "
                    + SEEDS + " seeds"));
        }
        String first = !missed.isEmpty() ? "**Did not hold:** " + String.join("; ", missed) + "."
                : absent.size() == study.settings().size() ? "Nothing was run." : "All that is asked of the settings that were run holds.";
        String second = also.isEmpty() ? "" : " **Also:** " + String.join("; ", also) + ".";
        String third = absent.isEmpty() ? "" : " Not run: " + String.join(", ", absent) + ".";
        return first + second + third + "\n";
    }

    private Optional<Run> line(Setting setting, Method method) {
        return Findings.line(setting, method, runs);
    }

    private String table(Setting setting) {
        StringBuilder text = new StringBuilder("**" + setting.title() + "** – " + setting.words() + ".");
        runs.stream().filter(run -> run.setting() == setting).findFirst().ifPresent(run -> text.append(String.format(Locale.ROOT,
                " %d hidden test cells; mask SHA-256 `%s…`.", run.mask().cells(), run.mask().sha256().substring(0, 12))));
        MarkdownTable table = new MarkdownTable(List.of("Method", "Seeds", "MAE ± sd over seeds", "95 % interval", "RMSE", "MRE", "80 % interval holds", "p linear",
                "p best simple", "p no graph", "p FGATT", "Fit, s"));
        for (Method method : Method.values()) {
            Optional<Run> line = line(setting, method);
            if (line.isPresent()) {
                table.row(cells(line.get()));
            } else if (method.kind() != Method.Kind.ABLATION || setting.study() == Study.WIRELESS) {
                table.row(List.of(name(method), "–", "not run", "", "", "", "", "", "", "", "", ""));
            }
        }
        return text.append("\n\n").append(table).toString();
    }

    private static List<String> cells(Run run) {
        Run.Scores scores = run.scores();
        Run.Paired paired = run.paired();
        return List.of(name(run.method()), run.method().isRandom() ? Integer.toString(run.count()) : "–",
                number("%.3f", scores.mae()) + (Double.isNaN(scores.deviation()) ? "" : number(" ± %.3f", scores.deviation())),
                number("%.3f", scores.low()) + " – " + number("%.3f", scores.high()), number("%.3f", scores.rmse()),
                number("%.1f %%", 100 * scores.mre()), number("%.0f %%", 100 * scores.coverage()), number("%.2g", paired.linear()),
                number("%.2g", paired.simple()), number("%.2g", paired.noGraph()),
                number("%.2g", paired.fgatt()) + (Double.isNaN(paired.fgattMae()) || run.method().kind() != Method.Kind.ABLATION ? ""
                        : number(" (%.3f)", paired.fgattMae())),
                number("%.0f", run.fit().seconds()));
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    private static String name(Method method) {
        return method == Method.FGATT ? "**fgatt**, learned graph" : method.title();
    }

    private static String quoted() {
        MarkdownTable table = new MarkdownTable(List.of("Method", "MAE"));
        QUOTED.forEach(table::row);
        return "Published with GRIN's protocol, for orientation (Marisca, Cini, Alippi, NeurIPS 2022, table 1; five runs each):\n\n" + table;
    }
}
