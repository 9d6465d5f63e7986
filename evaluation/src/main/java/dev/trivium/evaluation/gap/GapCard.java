package dev.trivium.evaluation.gap;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.metric.RowResamples;
import dev.trivium.evaluation.scorecard.Card;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.text.CardJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Methods that filled the same hidden cells: the table that a claim about a model has to come with.
 *
 * <p>A card cannot be made without a simple method, one of another kind than {@link MethodKind#MODEL}. The best simple method is the one with the
 * lowest MAE on the scored cells themselves, which is hard on the model.
 *
 * @param title     what the card is about
 * @param setting   what was hidden
 * @param excluded  cells that were left out, by reason
 * @param resamples how the intervals were made
 * @param rows      the methods, in the order to be shown
 * @param contrasts the first model against every other model
 * @param audit     whether the scores are to be believed
 */
public record GapCard(String title, GapSetting setting, Map<String, Long> excluded, RowResamples resamples, List<GapRow> rows,
                      List<PairedGap> contrasts, Audit audit) implements Card {

    private static final CardJson<GapCard> JSON = new CardJson<>("trivium gap card 2", GapCard.class, GapCard::verdict);

    /** Copies the lists, and checks that a simple method is there, that names differ and that all were scored on the same cells. */
    public GapCard {
        excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
        rows = List.copyOf(rows);
        contrasts = List.copyOf(contrasts);
        requireRows(rows.stream().map(GapRow::method).toList());
        int cells = rows.get(0).cells();
        for (GapRow row : rows) {
            if (row.cells() != cells) {
                throw new IllegalArgumentException("rows must be scored on the same " + cells + " cells, got " + row.cells() + " for "
                        + row.method().name());
            }
        }
    }

    /**
     * Scores the methods against each other.
     *
     * @param excluded cells that were left out, by reason
     * @param runs     the methods with what they filled, all for the same cells
     * @param audit    of data and methods
     * @throws IllegalArgumentException if there is no simple method, or methods filled different cells
     */
    public static GapCard of(String title, GapSetting setting, Map<String, Long> excluded, RowResamples resamples, List<GapRun> runs,
                             Audit audit) {
        requireRows(runs.stream().map(GapRun::method).toList());
        GapRun simple = runs.stream().filter(run -> run.method().kind() != MethodKind.MODEL)
                .min(Comparator.comparingDouble(GapRow::mae)).orElseThrow();
        List<GapRun> models = runs.stream().filter(run -> run.method().kind() == MethodKind.MODEL).toList();
        List<PairedGap> contrasts = new ArrayList<>();
        for (int m = 1; m < models.size(); m++) {
            contrasts.add(PairedGap.of(models.get(0), models.get(m), resamples));
        }
        return new GapCard(title, setting, excluded, resamples,
                runs.stream().map(run -> GapRow.of(run, simple, resamples)).toList(), contrasts, audit);
    }

    private static void requireRows(List<Method> methods) {
        if (methods.stream().allMatch(method -> method.kind() == MethodKind.MODEL)) {
            throw new IllegalArgumentException("rows must hold a simple method, got " + methods.stream().map(Method::name).toList());
        }
        Set<String> seen = new HashSet<>();
        for (Method method : methods) {
            if (!seen.add(method.name())) {
                throw new IllegalArgumentException("rows must have different names, got " + method.name() + " twice");
            }
        }
    }

    /** {@return the simple method with the lowest MAE} */
    public GapRow bestSimple() {
        return rows.stream().filter(row -> row.method().kind() != MethodKind.MODEL)
                .min(Comparator.comparingDouble(row -> row.mae().value())).orElseThrow();
    }

    /** {@return the models, in order} */
    public List<GapRow> models() {
        return rows.stream().filter(row -> row.method().kind() == MethodKind.MODEL).toList();
    }

    /**
     * {@return a sentence for every model: whether it beats the best simple method, is not shown to, or that the simple method is better; and one
     * for every model whose intervals cover more or less than they are meant to}
     */
    @Override
    public List<String> verdict() {
        return audit.around(GapVerdict.of(this));
    }

    @Override
    public GapCard with(Audit other) {
        return new GapCard(title, setting, excluded, resamples, rows, contrasts, other);
    }

    /** {@return the card as aligned text, at most 100 columns wide} */
    @Override
    public String text() {
        return new GapText(this).render();
    }

    /** {@return the card as JSON, with keys always in the same order and null for a number that is not known} */
    @Override
    public String json() {
        return JSON.write(this);
    }

    /** {@return every score as one line of CSV; a number that is not known is empty} */
    @Override
    public String csv() {
        return GapCsv.of(this);
    }

    /**
     * Reads a card that {@link #json()} wrote.
     *
     * @throws IOException if the text is not such a card, naming what is wrong
     */
    public static GapCard parse(String json) throws IOException {
        return JSON.read(json);
    }
}
