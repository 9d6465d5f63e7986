package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.metric.Bootstrap;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.Unit;
import dev.trivium.evaluation.text.CardJson;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Methods scored on the same windows: the table that a claim about a model has to come with.
 *
 * <p>A card cannot be made without a {@linkplain MethodKind#LAST_VALUE last-value} row and a
 * {@linkplain MethodKind#SEASONAL_NAIVE seasonal naive} row.
 *
 * @param title     what the card is about
 * @param setting   what was forecast
 * @param coverage  what the scores rest on
 * @param bootstrap how the intervals were made
 * @param rows      the methods, in the order to be shown
 * @param audit     whether the scores are to be believed
 */
public record ScoreCard(String title, Setting setting, Coverage coverage, Bootstrap bootstrap, List<ScoreRow> rows,
                        Audit audit) implements Card {

    private static final CardJson<ScoreCard> JSON = new CardJson<>("trivium score card 2", ScoreCard.class, ScoreCard::verdict);

    /** Checks that the naive rows are there, that names differ and that all rows cover the same steps and series. */
    public ScoreCard {
        rows = List.copyOf(rows);
        requireNaiveRows(rows.stream().map(ScoreRow::method).toList());
        for (ScoreRow row : rows) {
            if (row.steps().size() != setting.horizon()) {
                throw new IllegalArgumentException("rows must have one score per step (horizon " + setting.horizon() + "), got "
                        + row.steps().size() + " for " + row.method().name());
            }
            if (!names(row).equals(names(rows.get(0)))) {
                throw new IllegalArgumentException("rows must score the same series, got " + names(rows.get(0)) + " and "
                        + names(row) + " for " + row.method().name());
            }
        }
    }

    /** As {@link #of(String, Setting, Coverage, Bootstrap, List, Audit)}, for scores that no audit was made of. */
    public static ScoreCard of(String title, Setting setting, Coverage coverage, Bootstrap bootstrap, List<MethodRun> runs) {
        return of(title, setting, coverage, bootstrap, runs, Audit.none());
    }

    /**
     * Scores the methods against each other.
     *
     * @param runs methods with their errors, all on the same windows
     * @param audit of data and methods
     * @throws IllegalArgumentException if a naive row is missing, or methods were scored on different windows or cells
     */
    public static ScoreCard of(String title, Setting setting, Coverage coverage, Bootstrap bootstrap, List<MethodRun> runs, Audit audit) {
        requireNaiveRows(runs.stream().map(MethodRun::method).toList());
        ForecastErrors naive = runs.stream().filter(run -> run.method().kind().isNaive())
                .map(run -> ForecastErrors.mean(run.errors()))
                .min(Comparator.comparingDouble(errors -> errors.overall(Unit.STANDARDISED).mse())).orElseThrow();
        if (naive.observed() == 0) {
            throw new IllegalArgumentException("runs must have at least one observed target cell, got none in "
                    + naive.windows() + " windows");
        }
        if (naive.windows() != coverage.windows()) {
            throw new IllegalArgumentException("coverage must count the scored windows, got " + coverage.windows()
                    + " for " + naive.windows());
        }
        return new ScoreCard(title, setting, coverage, bootstrap,
                runs.stream().map(run -> ScoreRow.of(run, naive, bootstrap)).toList(), audit);
    }

    private static void requireNaiveRows(List<Method> methods) {
        for (MethodKind kind : List.of(MethodKind.LAST_VALUE, MethodKind.SEASONAL_NAIVE)) {
            if (methods.stream().noneMatch(method -> method.kind() == kind)) {
                throw new IllegalArgumentException("rows must hold a " + kind + " method, got "
                        + methods.stream().map(Method::name).toList());
            }
        }
        Set<String> seen = new HashSet<>();
        for (Method method : methods) {
            if (!seen.add(method.name())) {
                throw new IllegalArgumentException("rows must have different names, got " + method.name() + " twice");
            }
        }
    }

    private static List<String> names(ScoreRow row) {
        return row.series().stream().map(SeriesScores::name).toList();
    }

    /** {@return the naive row with the lowest standardised MSE} */
    public ScoreRow bestNaive() {
        return rows.stream().filter(row -> row.method().kind().isNaive())
                .min(Comparator.comparingDouble(row -> row.overall().mse().value())).orElseThrow();
    }

    /**
     * {@return one sentence or two for every model: whether it beats the best naive row, is not shown to, or does not, and
     * whether a baseline does better}
     */
    @Override
    public List<String> verdict() {
        return audit.around(Verdict.of(this));
    }

    @Override
    public ScoreCard with(Audit other) {
        return new ScoreCard(title, setting, coverage, bootstrap, rows, other);
    }

    /** {@return the card as aligned text, at most 100 columns wide with names up to 26 letters} */
    @Override
    public String text() {
        return new CardText(this).render();
    }

    /** {@return the card as JSON, with keys always in the same order and null for a number that is not known} */
    @Override
    public String json() {
        return JSON.write(this);
    }

    /** {@return every score as one line of CSV: over all, of every step and of every series; a number that is not known is empty} */
    @Override
    public String csv() {
        return ScoreCsv.of(this);
    }

    /**
     * Reads a card that {@link #json()} wrote.
     *
     * @throws IOException if the text is not such a card, naming what is wrong
     */
    public static ScoreCard parse(String json) throws IOException {
        return JSON.read(json);
    }
}
