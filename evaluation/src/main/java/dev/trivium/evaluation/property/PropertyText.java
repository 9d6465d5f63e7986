package dev.trivium.evaluation.property;

import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.text.Figures;
import dev.trivium.evaluation.text.Paragraph;
import dev.trivium.evaluation.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lays a card out as text: verdict, what was scored, tables. */
final class PropertyText {

    private static final int EXCLUDED_SHOWN = 5;
    private static final int SMILES_SHOWN = 32;
    private static final int TASKS_NAMED = 4;
    private final PropertyCard card;

    PropertyText(PropertyCard card) {
        this.card = card;
    }

    String render() {
        PropertyTables tables = new PropertyTables(card);
        StringBuilder text = new StringBuilder();
        card.verdict().forEach(sentence -> text.append(Paragraph.wrap(sentence, "  ")));
        text.append('\n').append(Paragraph.wrap(card.title(), "")).append(about());
        text.append('\n').append(Paragraph.wrap(heading(), "")).append(tables.overall());
        tables.footnotes().forEach(note -> text.append(Paragraph.wrap(note, "    ")));
        text.append(Paragraph.wrap(Cost.memory(card.rows().stream().map(row -> row.method()).toList()), "    "));
        if (card.setting().tasks().size() > 1) {
            text.append('\n').append(card.deciding().label()).append(" by task; * is best of those shown\n").append(tables.tasks());
        }
        return text.append(tables.reliability()).append(new CoverageText(card).render()).append('\n').append(card.audit().text()).toString();
    }

    private String heading() {
        boolean one = card.setting().tasks().size() == 1;
        if (card.setting().kind() == LabelKind.YES_NO) {
            return (one ? "Scores" : "Means over tasks; AUROC and AUPRC over those with molecules of both classes")
                    + "; higher AUROC and AUPRC are better, lower Brier and ECE; * is best";
        }
        return (one ? "Errors in the unit of " + card.setting().tasks().get(0).name()
                : "Means over tasks of errors in standard deviations of the training labels") + "; lower errors are better; * is best";
    }

    private String about() {
        return Paragraph.labelled("data", card.setting().dataset() + ", split " + card.setting().split())
                + Paragraph.labelled("task", tasks())
                + Paragraph.labelled("chosen by", card.setting().selectedBy())
                + Paragraph.labelled("molecules", card.coverage().molecules() + " scored, " + excluded())
                + Paragraph.labelled("labels", labels())
                + Paragraph.labelled("intervals", Figures.percent(card.bootstrap().level()) + ", from " + card.bootstrap().resamples()
                        + " bootstrap resamples of the molecules, seed " + card.bootstrap().seed());
    }

    private String tasks() {
        List<String> names = card.setting().tasks().stream().map(task -> task.name()).toList();
        String kind = card.setting().kind() == LabelKind.YES_NO ? "yes or no: " : "a number: ";
        return kind + names.stream().limit(TASKS_NAMED).collect(Collectors.joining(", "))
                + (names.size() > TASKS_NAMED ? " and " + (names.size() - TASKS_NAMED) + " more" : "");
    }

    private String excluded() {
        List<ExcludedMolecule> excluded = card.coverage().excluded();
        if (excluded.isEmpty()) {
            return "none excluded";
        }
        String named = excluded.stream().limit(EXCLUDED_SHOWN).map(each -> "number " + each.number() + " \""
                + TextTable.cut(each.smiles(), SMILES_SHOWN) + "\": " + each.reason()).collect(Collectors.joining("; "));
        return excluded.size() + " excluded (" + named
                + (excluded.size() > EXCLUDED_SHOWN ? "; and " + (excluded.size() - EXCLUDED_SHOWN) + " more, in the JSON)" : ")");
    }

    private String labels() {
        long cells = (long) card.coverage().molecules() * card.setting().tasks().size();
        long labelled = card.coverage().tasks().stream().mapToLong(TaskCount::labelled).sum();
        long positive = card.coverage().tasks().stream().mapToLong(TaskCount::positive).sum();
        String text = labelled + (card.setting().kind() == LabelKind.YES_NO ? String.format(Locale.ROOT, ", %d of them positive (%.1f %%)",
                positive, 100.0 * positive / Math.max(1, labelled)) : "") + "; " + (cells - labelled) + " missing, not scored";
        List<String> undefined = card.coverage().tasks().stream()
                .filter(task -> card.deciding() == PropertyMetric.AUROC && (task.positive() == 0 || task.positive() == task.labelled()))
                .map(TaskCount::task).toList();
        return undefined.isEmpty() ? text : text + "; one class only, so without AUROC: " + String.join(", ", undefined);
    }
}
