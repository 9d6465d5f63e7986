package dev.trivium.evaluation.property;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.metric.MoleculeBootstrap;
import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.metric.PropertyScores;
import dev.trivium.evaluation.scorecard.Card;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.text.CardJson;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Methods scored on the same test molecules: the table that a claim about a model has to come with.
 *
 * <p>A card cannot be made without a {@linkplain MethodKind#NAIVE naive} row.
 *
 * @param title     what the card is about
 * @param setting   what was predicted
 * @param coverage  what the scores rest on
 * @param bootstrap how the intervals were made
 * @param rows      the methods, in the order to be shown
 * @param audit     whether the scores are to be believed
 */
public record PropertyCard(String title, PropertySetting setting, PropertyCoverage coverage, MoleculeBootstrap bootstrap,
                           List<PropertyRow> rows, Audit audit) implements Card {

    private static final CardJson<PropertyCard> JSON =
            new CardJson<>("trivium property card 2", PropertyCard.class, PropertyCard::verdict);

    /** Checks that a naive row is there, that names differ and that all rows cover the same tasks and metrics. */
    public PropertyCard {
        rows = List.copyOf(rows);
        requireRows(rows.stream().map(PropertyRow::method).toList());
        Set<PropertyMetric> metrics = new HashSet<>(setting.kind().metrics());
        List<String> tasks = setting.tasks().stream().map(task -> task.name()).toList();
        for (PropertyRow row : rows) {
            if (!row.overall().keySet().equals(metrics)
                    || !row.tasks().stream().allMatch(task -> task.scores().keySet().equals(metrics))) {
                throw new IllegalArgumentException("rows must score " + setting.kind().metrics() + ", got others for "
                        + row.method().name());
            }
            if (!row.tasks().stream().map(TaskEstimates::task).toList().equals(tasks)) {
                throw new IllegalArgumentException("rows must score the tasks " + tasks + ", got "
                        + row.tasks().stream().map(TaskEstimates::task).toList() + " for " + row.method().name());
            }
        }
        if (!coverage.tasks().stream().map(TaskCount::task).toList().equals(tasks)) {
            throw new IllegalArgumentException("coverage must count the tasks " + tasks + ", got "
                    + coverage.tasks().stream().map(TaskCount::task).toList());
        }
    }

    /** As {@link #of(String, PropertySetting, List, MoleculeBootstrap, List, Audit)}, for scores that no audit was made of. */
    public static PropertyCard of(String title, PropertySetting setting, List<ExcludedMolecule> excluded, MoleculeBootstrap bootstrap,
                                  List<PropertyRun> runs) {
        return of(title, setting, excluded, bootstrap, runs, Audit.none());
    }

    /**
     * Scores the methods against each other.
     *
     * @param excluded test molecules that are not among the scored ones
     * @param runs     methods with their predictions, all for the same molecules
     * @param audit    of data and methods
     * @throws IllegalArgumentException if there is no naive row, or methods were scored on different molecules or labels
     */
    public static PropertyCard of(String title, PropertySetting setting, List<ExcludedMolecule> excluded, MoleculeBootstrap bootstrap,
                                  List<PropertyRun> runs, Audit audit) {
        requireRows(runs.stream().map(PropertyRun::method).toList());
        PropertyMetric deciding = setting.kind().metrics().get(0);
        List<PropertyScores> scores = runs.stream().map(run -> PropertyScores.of(run.runs(), bootstrap)).toList();
        PropertyScores naive = best(runs, scores, MethodKind.NAIVE, deciding).orElseThrow();
        @Nullable PropertyScores baseline = best(runs, scores, MethodKind.BASELINE, deciding).orElse(null);
        return new PropertyCard(title, setting, PropertyCoverage.of(runs.get(0).runs().get(0), excluded), bootstrap,
                IntStream.range(0, runs.size())
                        .mapToObj(i -> PropertyRow.of(runs.get(i), scores.get(i), setting, naive, baseline)).toList(), audit);
    }

    private static Optional<PropertyScores> best(List<PropertyRun> runs, List<PropertyScores> scores, MethodKind kind, PropertyMetric metric) {
        List<PropertyScores> all = IntStream.range(0, runs.size()).filter(i -> runs.get(i).method().kind() == kind).mapToObj(scores::get)
                .toList();
        return best(all, metric, each -> Arrays.stream(each.means(metric)).average().orElse(Double.NaN));
    }

    /** {@return the first of those than which none is better; a value of NaN is better than nothing only} */
    static <T> Optional<T> best(List<T> all, PropertyMetric metric, ToDoubleFunction<T> value) {
        return all.stream().reduce((best, other) -> {
            double gain = metric.gain(value.applyAsDouble(other), value.applyAsDouble(best));
            return gain > 0 || Double.isNaN(value.applyAsDouble(best)) ? other : best;
        });
    }

    private static void requireRows(List<Method> methods) {
        if (methods.stream().noneMatch(method -> method.kind() == MethodKind.NAIVE)) {
            throw new IllegalArgumentException("rows must hold a NAIVE method, got " + methods.stream().map(Method::name).toList());
        }
        Set<String> seen = new HashSet<>();
        for (Method method : methods) {
            if (!seen.add(method.name())) {
                throw new IllegalArgumentException("rows must have different names, got " + method.name() + " twice");
            }
        }
    }

    /** {@return the metric that decides which method is better: AUROC or RMSE} */
    public PropertyMetric deciding() {
        return setting.kind().metrics().get(0);
    }

    /** {@return the best naive row by the deciding metric} */
    public PropertyRow bestNaive() {
        return best(MethodKind.NAIVE).orElseThrow();
    }

    /** {@return the best baseline by the deciding metric, if there is one} */
    public Optional<PropertyRow> bestBaseline() {
        return best(MethodKind.BASELINE);
    }

    private Optional<PropertyRow> best(MethodKind kind) {
        List<PropertyRow> all = rows.stream().filter(row -> row.method().kind() == kind).toList();
        return best(all, deciding(), row -> row.score(deciding()).value());
    }

    /**
     * {@return two sentences for every model: whether it beats the best naive row, is not shown to, or does not; and the same of the best
     * baseline}
     */
    @Override
    public List<String> verdict() {
        return audit.around(PropertyVerdict.of(this));
    }

    @Override
    public PropertyCard with(Audit other) {
        return new PropertyCard(title, setting, coverage, bootstrap, rows, other);
    }

    /** {@return the card as aligned text, at most 100 columns wide with names up to 26 letters} */
    @Override
    public String text() {
        return new PropertyText(this).render();
    }

    /** {@return the card as JSON, with keys always in the same order and null for a number that is not known} */
    @Override
    public String json() {
        return JSON.write(this);
    }

    /** {@return every score as one line of CSV; the task is empty for a mean over tasks, a number that is not known is empty} */
    @Override
    public String csv() {
        return PropertyCsv.of(this);
    }

    /**
     * Reads a card that {@link #json()} wrote.
     *
     * @throws IOException if the text is not such a card, naming what is wrong
     */
    public static PropertyCard parse(String json) throws IOException {
        return JSON.read(json);
    }
}
