package dev.trivium.cli.search;

import dev.trivium.cli.terminal.Session;
import dev.trivium.nn.search.Study;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Starts child processes for the trials of a study, as many as may run at once, and puts what they answer into it. */
final class TrialRuns {

    private static final long PAUSE_MILLIS = 40;
    private static final long PATIENCE_MILLIS = 800;

    private final Session session;
    private final Study study;
    private final Path folder;
    private final MemoryBudget budget;
    private final int jobs;
    private final Requests requests;
    private final Map<Integer, Child> running = new LinkedHashMap<>();

    /** Makes the request of a run. */
    interface Requests {
        TrialRequest of(Study.Run run);
    }

    TrialRuns(Session session, Study study, Path folder, MemoryBudget budget, int jobs, Requests requests) {
        this.session = session;
        this.study = study;
        this.folder = folder;
        this.budget = budget;
        this.jobs = jobs;
        this.requests = requests;
    }

    static Path folder(Path study, int trial) {
        return study.resolve("trials").resolve(String.format(Locale.ROOT, "%04d", trial));
    }

    /**
     * Runs until the study is done.
     *
     * @throws CancellationException if the user stops it
     */
    void toTheEnd() throws IOException {
        boolean told = jobs == 1;
        session.interruption().holdOn();
        try {
            boolean done = false;
            while (!done || !running.isEmpty()) {
                requireGoingOn();
                int ended = reap();
                if (ended > 0 && !told) {
                    session.status().print(budget.text());
                    told = true;
                }
                done = start();
                show();
                pause();
            }
        } finally {
            running.values().forEach(Child::ask);
            running.values().forEach(Child::end);
        }
    }

    private void requireGoingOn() {
        if (session.interruption().requested()) {
            running.values().forEach(Child::ask);
            running.values().forEach(Child::end);
            long ended = study.trials().stream().filter(trial -> trial.running().isEmpty()).count();
            throw new CancellationException("the search was stopped after " + ended + " of " + study.plan().strategy().trials()
                    + " trials; to go on, repeat the command with the same --out");
        }
    }

    /** Starts what may be started; says whether the study has nothing more. */
    private boolean start() throws IOException {
        while (running.size() < jobs && budget.allows(running.size())) {
            Study.Next next = study.next();
            if (!(next instanceof Study.Run run)) {
                return next instanceof Study.Done;
            }
            Path home = folder(folder, run.trial().number());
            Files.createDirectories(home);
            TrialResult.remove(home);
            requests.of(run).write(home);
            running.put(run.trial().number(), Child.start(List.of("search-trial", home.toString()), budget.heap(), home.resolve("log.txt"),
                    ProcessBuilder.Redirect.DISCARD));
        }
        return false;
    }

    private int reap() throws IOException {
        int ended = 0;
        for (Iterator<Map.Entry<Integer, Child>> each = running.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Integer, Child> entry = each.next();
            if (entry.getValue().ended()) {
                stopIfAsked(entry.getValue());
                each.remove();
                ended(entry.getKey(), entry.getValue());
                ended++;
            }
        }
        return ended;
    }

    /** A child that was ended by Ctrl-C may be seen before our own signal: then its trial is run again, not failed. */
    private void stopIfAsked(Child child) {
        long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (child.wasAskedToEnd() && !session.interruption().requested() && System.nanoTime() < until) {
            pause();
        }
        requireGoingOn();
    }

    private void ended(int number, Child child) throws IOException {
        Path home = folder(folder, number);
        TrialResult result = TrialResult.read(home).orElse(null);
        if (child.process().exitValue() == 0 && result != null && Double.isFinite(result.score())) {
            double before = study.best().map(best -> best.score().orElseThrow().value()).orElse(Double.POSITIVE_INFINITY);
            int epochs = study.trials().get(number - 1).running().orElse(0);
            study.scored(number, result.score());
            budget.measured(result.megabytes());
            boolean best = study.best().map(leader -> leader.number() == number).orElse(false) && result.score() < before;
            print(number, String.format(Locale.ROOT, "%s%s%s  (%.0f s, %.0f MB)", SearchTable.score(result.score()), best ? " *" : "",
                    epochs == 0 ? "" : "  epoch " + epochs, result.seconds(), result.megabytes()));
            return;
        }
        String reason = child.process().exitValue() == 0 ? "score must be a finite number, got none" : child.reason(budget.heap());
        study.failed(number, reason);
        budget.measured(0);
        print(number, "failed: " + reason);
    }

    private void print(int number, String text) {
        session.status().print(String.format(Locale.ROOT, "trial %d of %d  %s  %s", number, study.plan().strategy().trials(), text,
                number == 1 ? "standard recipe" : SearchTable.changed(study.trials().get(number - 1), study.plan().standard())));
    }

    private void show() {
        if (!session.status().terminal()) {
            return; // a log has the lines of trials that ended
        }
        session.status().show(() -> running.isEmpty() ? "" : "running trial " + String.join(", ", running.keySet().stream().map(String::valueOf).toList()));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the search was interrupted");
        }
    }

    /** Takes in what earlier runs of this study measured. */
    static void measuredBefore(Path folder, MemoryBudget budget) throws IOException {
        for (Path home : homes(folder)) {
            TrialResult.read(home).ifPresent(result -> budget.measured(result.megabytes()));
        }
    }

    static List<Path> homes(Path folder) throws IOException {
        List<Path> homes = new ArrayList<>();
        Path all = folder.resolve("trials");
        if (Files.isDirectory(all)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(all, Files::isDirectory)) {
                each.forEach(homes::add);
            }
        }
        homes.sort(null);
        return homes;
    }
}
