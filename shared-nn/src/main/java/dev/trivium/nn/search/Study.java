package dev.trivium.nn.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A search: what has been tried, and what to try next. Every step is in the journal, on the disk, before it is taken; a search that was killed goes
 * on where it was. With one trial at a time it ends in the same journal as one that was not killed, byte by byte.
 *
 * <pre>{@code
 * try (Study study = Study.open(Path.of("journal.jsonl"), plan)) {
 *     for (var next = study.next(); next instanceof Study.Run run; next = study.next()) {
 *         study.scored(run.trial().number(), score(run.trial().settings()));
 *     }
 *     Trial best = study.best().orElseThrow();
 * }
 * }</pre>
 *
 * <p>For one thread.
 */
public final class Study implements AutoCloseable {

    private static final String FORMAT = "trivium search journal";
    private static final int VERSION = 1;
    private static final int LONGEST_REASON = 500;

    private final Journal journal;
    private final StudyPlan plan;
    private final History history;
    private final Deque<Integer> unfinished = new ArrayDeque<>();

    /** What to do next. */
    public sealed interface Next permits Run, Await, Done {}

    /**
     * Run a trial, and tell {@link #scored} or {@link #failed}.
     *
     * @param trial its number and settings
     * @param epochs train up to this many epochs, from a checkpoint of this trial if there is one; 0 for the recipe's own number
     */
    public record Run(Trial trial, int epochs) implements Next {}

    /** Nothing until one of the running trials has ended. */
    public record Await() implements Next {}

    /** Nothing: the study is at its end. */
    public record Done() implements Next {}

    private Study(Journal journal, StudyPlan plan) {
        this.journal = journal;
        this.plan = plan;
        history = new History(plan.space());
    }

    /**
     * Begins a study, or goes on with one.
     *
     * @param file of the journal
     * @throws IOException if the file cannot be read or written, is in use, or a line of it does not fit; the message names file and line
     * @throws IllegalArgumentException if it is the journal of another study; the message says in what they differ
     */
    public static Study open(Path file, StudyPlan plan) throws IOException {
        Journal journal = Journal.open(file);
        try {
            Study study = new Study(journal, plan);
            study.replay();
            return study;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private void replay() throws IOException {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("format", FORMAT);
        header.put("version", VERSION);
        header.putAll(plan.describe());
        List<Map<String, @Nullable Object>> lines = journal.lines();
        if (lines.isEmpty()) {
            journal.add(header);
            return;
        }
        requireSame(header, lines.get(0));
        for (int i = 1; i < lines.size(); i++) {
            try {
                history.apply(lines.get(i));
            } catch (IllegalArgumentException e) {
                throw new IOException(journal.file() + " line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        trials().stream().filter(trial -> trial.running().isPresent()).forEach(trial -> unfinished.add(trial.number()));
    }

    private void requireSame(Map<String, Object> wanted, Map<String, @Nullable Object> found) throws IOException {
        if (!FORMAT.equals(found.get("format"))) {
            throw new IOException(journal.file() + " line 1: format must be " + FORMAT + ", got " + found.get("format"));
        }
        if (!Integer.valueOf(VERSION).equals(found.get("version"))) {
            throw new IOException(journal.file() + " line 1: version must be " + VERSION + ", got " + found.get("version"));
        }
        for (Map.Entry<String, Object> entry : wanted.entrySet()) {
            Object there = found.get(entry.getKey());
            String was = there == null ? "nothing" : Journal.text(there);
            String is = Journal.text(entry.getValue());
            if (!was.equals(is)) {
                throw new IllegalArgumentException(entry.getKey() + " must be that of the study in " + journal.file()
                        + " (or use another folder): there it is " + difference(there, was, entry.getValue(), is));
            }
        }
    }

    /** Of two objects only what differs first. */
    private static String difference(@Nullable Object there, String was, Object here, String is) {
        if (there instanceof Map<?, ?> before && here instanceof Map<?, ?> now) {
            for (Map.Entry<?, ?> each : now.entrySet()) {
                Object old = before.get(each.getKey());
                String oldText = old == null ? "absent" : Journal.text(old);
                String newText = Journal.text(each.getValue());
                if (!oldText.equals(newText)) {
                    return each.getKey() + " " + oldText + ", got " + newText;
                }
            }
        }
        return was + ", got " + is;
    }

    /** {@return what a user should know of a journal that was there: how many trials it has, and whether its last line was torn; empty for a new one} */
    public Optional<String> note() {
        String cut = journal.cut() == 0 ? "" : "its last line, of " + journal.cut() + " bytes, had no end and was left out";
        if (journal.lines().isEmpty()) {
            return journal.cut() == 0 ? Optional.empty() : Optional.of(cut);
        }
        long ended = trials().stream().filter(trial -> trial.running().isEmpty()).count();
        return Optional.of("goes on with " + journal.file() + ": " + ended + " trials have ended, " + unfinished.size() + " are run again"
                + (cut.isEmpty() ? "" : "; " + cut));
    }

    /**
     * {@return what to do next} Trials that were running when the search was stopped come first.
     *
     * @throws IOException if the journal cannot be written
     */
    public Next next() throws IOException {
        if (!unfinished.isEmpty()) {
            Trial trial = history.trial(unfinished.remove());
            return new Run(trial, trial.running().orElseThrow());
        }
        Strategy.Step step = plan.strategy().next(plan.space(), plan.standard(), List.copyOf(trials()), plan.seed());
        if (step instanceof Strategy.Step.Begin begin) {
            return started(trials().size() + 1, begin.epochs(), begin.settings());
        }
        if (step instanceof Strategy.Step.GoOn goOn) {
            return started(goOn.trial(), goOn.epochs(), history.trial(goOn.trial()).settings());
        }
        return step instanceof Strategy.Step.Await ? new Await() : new Done();
    }

    private Next started(int number, int epochs, Settings settings) throws IOException {
        add(History.begins(number, epochs, settings));
        return new Run(history.trial(number), epochs);
    }

    /**
     * A running trial has a score.
     *
     * @param score finite; smaller is better
     * @throws IOException if the journal cannot be written
     */
    public void scored(int trial, double score) throws IOException {
        add(History.scored(trial, score));
    }

    /**
     * A running trial has ended without a score; the search goes on.
     *
     * @throws IOException if the journal cannot be written
     */
    public void failed(int trial, String reason) throws IOException {
        String line = reason.lines().findFirst().orElse("");
        add(History.failed(trial, line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line));
    }

    private void add(Map<String, Object> line) throws IOException {
        history.apply(line); // refuses what does not fit before it is in the file
        journal.add(line);
    }

    /** {@return all trials, in the order of their numbers} */
    public List<Trial> trials() {
        return history.trials();
    }

    /** {@return the trials with a score, the best first: those trained for most epochs before the others, then by score} */
    public List<Trial> ranking() {
        return trials().stream().filter(trial -> trial.score().isPresent() && trial.failure().isEmpty())
                .sorted(Comparator.comparingInt((Trial trial) -> -trial.score().orElseThrow().epochs())
                        .thenComparingDouble(trial -> trial.score().orElseThrow().value()).thenComparingInt(Trial::number)).toList();
    }

    /** {@return the best trial; empty if none has a score} */
    public Optional<Trial> best() {
        return ranking().stream().findFirst();
    }

    /** {@return what the study is about} */
    public StudyPlan plan() {
        return plan;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
