package dev.trivium.cli.search;

import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.terminal.CommandName;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.cli.terminal.TextFile;
import dev.trivium.nn.search.Halving;
import dev.trivium.nn.search.Settings;
import dev.trivium.nn.search.Strategy;
import dev.trivium.nn.search.Study;
import dev.trivium.nn.search.StudyPlan;
import dev.trivium.nn.search.Trial;
import dev.trivium.nn.search.Tunable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A search from its beginning, or from where it was stopped, to its table. */
public final class SearchRun {

    private static final String JOURNAL = "journal.jsonl";
    private static final String HISTORY = "history.csv";
    private static final String CHART = "history.svg";

    private final Session session;
    private final SearchOptions options;
    private final RunOptions run;
    private final SearchTask task;
    private final Strategy strategy;
    private final Settings recipe; // of the model as it is fitted without a search, before a file narrowed the space

    /**
     * @param session where it is told
     * @param options of the search
     * @param run device and threads, for the children
     * @param task what is searched
     * @throws IOException if the file of the space cannot be read
     */
    public SearchRun(Session session, SearchOptions options, RunOptions run, SearchTask task) throws IOException {
        this.session = session;
        this.options = options;
        this.run = run;
        recipe = task.tunable().standard();
        strategy = options.strategy(task.epochs(), task.model());
        try {
            Map<String, Object> rules = options.rules();
            this.task = rules.isEmpty() ? task : task.with(task.tunable().narrowed(rules));
        } catch (IllegalArgumentException e) {
            throw new IOException(options.spaceName() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Runs it.
     *
     * @return the exit code
     * @throws IOException if a file cannot be read or written
     */
    public int call() throws IOException {
        Tunable<?> tunable = task.tunable();
        if (options.showSpace()) {
            Report report = new Report().row("space", String.join("\n", tunable.space().text()));
            report.row("standard", tunable.standard().toString()).toOut(session);
            return 0;
        }
        Path folder = prepared();
        StudyPlan plan = new StudyPlan(identity(), tunable.space(), tunable.standard(), strategy, options.seed());
        try (Study study = Study.open(folder.resolve(JOURNAL), plan)) {
            describe(study).toErr(session);
            trials(study, folder);
            return conclude(study, folder);
        }
    }

    /** The folder of the study; one with other things in it is refused. */
    private Path prepared() throws IOException {
        Path folder = options.out();
        if (Files.isDirectory(folder) && !Files.exists(folder.resolve(JOURNAL))) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw options.refused("--out must be a new or empty folder, or that of a search, got " + folder);
                }
            }
        }
        Files.createDirectories(folder);
        return folder;
    }

    private Map<String, Object> identity() {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("domain", task.domain());
        identity.put("model", task.model());
        identity.put("recipe", task.recipe());
        identity.put("data", task.hash());
        identity.put("score", task.score());
        identity.put("over", task.scored());
        identity.put("epochs", options.epochs().orElse(0));
        return identity;
    }

    private Report describe(Study study) {
        Report report = new Report().row("model", task.model() + ", scored by " + task.score() + " over " + task.scored());
        report.row("space", String.join("\n", task.tunable().space().text()));
        if (strategy instanceof Halving halving) {
            report.row("rungs", "of " + halving.trials() + " trials the better third goes on, at epochs "
                    + String.join(", ", halving.rungs().stream().map(String::valueOf).toList()));
        }
        study.note().ifPresent(note -> report.row("study", note));
        return report;
    }

    private void trials(Study study, Path folder) throws IOException {
        Path data = folder.resolve("data");
        Files.createDirectories(data);
        task.data().write(data);
        MemoryBudget budget = new MemoryBudget(options.memory(), options.jobs());
        TrialRuns.measuredBefore(folder, budget);
        int epochs = strategy instanceof Halving halving ? halving.epochs() : options.epochs().orElse(0);
        try {
            new TrialRuns(session, study, folder, budget, options.jobs(), next -> new TrialRequest(task.domain(), task.recipe(),
                    next.trial().settings().values(), data.toAbsolutePath().toString(), options.seed(), epochs, next.epochs(), run.device(),
                    run.threads().orElse(0))).toTheEnd();
        } finally {
            TextFile.write(folder.resolve(HISTORY), new SearchTable(task, study).csv());
            TextFile.write(folder.resolve("costs.csv"), SearchTable.costs(folder));
        }
        tidy(folder, data);
    }

    /** States and data are of use to a search that goes on only. */
    private static void tidy(Path folder, Path data) throws IOException {
        for (Path home : TrialRuns.homes(folder)) {
            Files.deleteIfExists(home.resolve("checkpoint"));
        }
        try (var files = Files.list(data)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(data);
    }

    private int conclude(Study study, Path folder) throws IOException {
        SearchTable table = new SearchTable(task, study);
        Trial best = study.best().orElseThrow(() -> new IllegalArgumentException("no trial has a score; the first one failed: "
                + study.trials().get(0).failure().orElse("unknown")));
        if (options.best().isPresent()) {
            fit(SearchTable.changed(best, recipe), options.best().get(), folder);
        }
        SearchPictures pictures = new SearchPictures(task, study);
        pictures.chart().write(folder.resolve(CHART));
        if (options.report().isPresent()) {
            pictures.report(best, next(SearchTable.changed(best, recipe))).write(options.report().get());
        }
        if (options.json()) {
            Json.print(session, table.json(best));
            return 0;
        }
        Report report = new Report().row("search", table.counts()).row("", String.join("\n", table.bestFive())).row("gain", table.gain(best));
        if (study.trials().size() > 1) {
            report.row("warning", SearchTable.warning(study.trials().size()));
        }
        report.row("written", folder.resolve(HISTORY) + ", " + folder.resolve(CHART) + ", " + folder.resolve(JOURNAL)
                + options.best().map(file -> ", " + file).orElse("") + options.report().map(file -> ", " + file).orElse(""));
        report.row("next", next(SearchTable.changed(best, recipe)));
        report.toOut(session);
        return 0;
    }

    private String next(Settings changed) {
        String model = options.best().map(Path::toString).orElse(task.domain() + ".trivium");
        String evaluate = CommandName.shown() + " " + task.domain() + " evaluate --model " + CommandName.quoted(model) + " " + task.typed()
                + quotedAfter(task.evaluate()) + quotedAfter(options.calibrationWords());
        return options.best().isPresent() ? evaluate
                : CommandName.shown() + " " + task.domain() + " fit " + task.typed() + " " + quoted(fitWords(changed, model)) + "\n" + evaluate;
    }

    private static String quotedAfter(List<String> words) {
        return words.isEmpty() ? "" : " " + quoted(words);
    }

    private static String quoted(List<String> words) {
        return String.join(" ", words.stream().map(CommandName::quoted).toList());
    }

    private List<String> fitWords(Settings changed, String out) {
        List<String> words = new java.util.ArrayList<>(task.fit());
        words.addAll(options.calibrationWords());
        OptionalInt epochs = options.epochs();
        if (epochs.isPresent()) {
            words.addAll(List.of("--epochs", Integer.toString(epochs.getAsInt())));
        }
        if (options.seed() != 1) {
            words.addAll(List.of("--seed", Long.toString(options.seed())));
        }
        if (!changed.values().isEmpty()) {
            words.addAll(List.of("--set", SearchTable.typed(changed)));
        }
        words.addAll(List.of("--out", out));
        return words;
    }

    private void fit(Settings changed, Path out, Path folder) throws IOException {
        session.status().now("fitting the best settings");
        List<String> words = new java.util.ArrayList<>(List.of(task.domain(), "fit"));
        words.addAll(ShellWords.of(task.typed()));
        words.addAll(fitWords(changed, out.toString()));
        words.addAll(List.of("--device", run.device()));
        run.threads().ifPresent(threads -> words.addAll(List.of("--threads", Integer.toString(threads))));
        new BestFit(folder, out, words).run(session.interruption(), new MemoryBudget(options.memory(), 1).heap());
    }
}
