package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.reproduce.record.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The tables of the README, from runs. */
final class ResultTables {

    private static final String NONE = "–";

    private final List<StudySet> sets;
    private final List<Run> runs;
    private final Findings findings;
    private final List<Method> methods;

    private ResultTables(List<StudySet> sets, List<Run> runs) {
        this.sets = sets;
        this.runs = runs;
        findings = Findings.of(sets, runs);
        methods = Stream.of(Method.values()).filter(method -> runs.stream().anyMatch(run -> run.method() == method && run.ran())).toList();
    }

    static ResultTables of(List<StudySet> sets, List<Run> runs) {
        return new ResultTables(sets, runs);
    }

    String markdown() {
        StringBuilder text = new StringBuilder(findings.line()).append("\n\n");
        if (methods.isEmpty()) {
            return text.toString();
        }
        ratios(text, "MASE relative to seasonal naive", Findings::mase);
        ratios(text, "Scaled CRPS relative to seasonal naive", Findings::crps);
        text.append("**Share of the targets within the 80 % interval**\n\n");
        MarkdownTable coverage = table((set, method) -> findings.run(set, method).map(run -> number(100 * run.scores().coverage(), 1) + " %").orElse(NONE));
        coverage.row(cells("mean", method -> share(findings.coverage(findings.names(), method))));
        text.append(coverage).append("\n**Seconds: fit and errors for quantiles / forecast of all test windows**\n\n");
        text.append(table((set, method) -> findings.run(set, method)
                .map(run -> number(run.cost().fit(), run.cost().fit() < 10 ? 1 : 0) + " / " + number(run.cost().forecast(), 1)).orElse(NONE)));
        text.append('\n');
        targets(text);
        notes(text);
        return text.toString();
    }

    private void ratios(StringBuilder text, String title, ToDoubleFunction<Run> score) {
        MarkdownTable table = table((set, method) -> text(findings.ratio(set, method, score)));
        table.row(cells("geometric mean, all sets", method -> text(findings.mean(findings.names(), method, score))));
        List<String> common = findings.common(methods);
        if (!common.equals(findings.names())) {
            table.row(cells("geometric mean, the " + common.size() + " sets that all ran", method -> text(findings.mean(common, method, score))));
        }
        text.append("**").append(title).append("**\n\n").append(table).append('\n');
    }

    private MarkdownTable table(BiFunction<String, Method, String> cell) {
        MarkdownTable table = new MarkdownTable(cells("Set", method -> method == Method.ZERO_SHOT ? "**" + method.title() + "**" : method.title()));
        findings.names().forEach(set -> table.row(cells(set, method -> cell.apply(set, method))));
        return table;
    }

    private List<String> cells(String first, Function<Method, String> cell) {
        List<String> cells = new ArrayList<>(List.of(first));
        methods.forEach(method -> cells.add(cell.apply(method)));
        return cells;
    }

    private void targets(StringBuilder text) {
        MarkdownTable table = new MarkdownTable(List.of("Set", "Horizon", "Windows", "Series", "Targets", "Missing", "Left out", "MASE", "Scaled CRPS"));
        for (StudySet set : sets) {
            Optional<Run> any = methods.stream().flatMap(method -> findings.run(set.name(), method).stream()).findFirst();
            Optional<Run> naive = findings.run(set.name(), Method.SEASONAL_NAIVE);
            any.ifPresent(run -> table.row(List.of(set.name(), Integer.toString(set.horizon()), Integer.toString(run.targets().windows()),
                    Integer.toString(run.targets().series()), Long.toString(run.targets().cells()), Long.toString(run.targets().missing()),
                    run.targets().excluded().isEmpty() ? "none" : run.targets().excluded().size() + ": " + String.join(", ", run.targets().excluded()),
                    naive.map(n -> number(n.scores().mase(), 3)).orElse(NONE), naive.map(n -> number(n.scores().crps(), 4)).orElse(NONE))));
        }
        text.append("**What is scored**, and the seasonal naive forecast's own scores\n\n").append(table);
    }

    private void notes(StringBuilder text) {
        List<String> notes = new ArrayList<>();
        for (Run run : runs) {
            if (!run.ran()) {
                notes.add(run.set() + ", " + run.method().title() + ": not run, " + run.note());
            } else if (!run.note().isEmpty() && run.method().compareTo(Method.BOOSTED_TREES) >= 0) {
                notes.add(run.set() + ", " + run.method().title() + ": " + run.note());
            }
        }
        if (!notes.isEmpty()) {
            text.append('\n');
            notes.forEach(note -> text.append("- ").append(note).append('\n'));
        }
    }

    private static String text(OptionalDouble value) {
        return value.isEmpty() ? NONE : number(value.getAsDouble(), 3);
    }

    private static String share(double value) {
        return Double.isNaN(value) ? NONE : number(100 * value, 1) + " %";
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
