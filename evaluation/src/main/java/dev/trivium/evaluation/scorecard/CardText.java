package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.text.Figures;
import dev.trivium.evaluation.text.Paragraph;
import java.util.stream.Collectors;

/** Lays a card out as text: verdict, what was scored, tables. */
final class CardText {

    private final ScoreCard card;

    CardText(ScoreCard card) {
        this.card = card;
    }

    String render() {
        CardTables tables = new CardTables(card);
        StringBuilder text = new StringBuilder();
        card.verdict().forEach(sentence -> text.append(Paragraph.wrap(sentence, "  ")));
        text.append('\n').append(Paragraph.wrap(card.title(), "")).append(about());
        text.append("\nStandardised errors over all steps and series; lower is better, * is best\n").append(tables.overall());
        tables.footnotes().forEach(note -> text.append(Paragraph.wrap(note, "    ")));
        text.append(Paragraph.wrap(Cost.memory(card.rows().stream().map(row -> row.method()).toList()), "    "));
        text.append("\nStandardised MSE by forecast step; * is best\n").append(tables.steps());
        text.append("\nMAE by series in the unit of the data; * is best of those shown\n").append(tables.series());
        text.append(new IntervalText(card).render());
        return text.append('\n').append(card.audit().text()).toString();
    }

    private String about() {
        Setting setting = card.setting();
        return Paragraph.labelled("data", setting.dataset() + ", split " + setting.split())
                + Paragraph.labelled("task", "look-back " + setting.lookback() + ", horizon " + setting.horizon())
                + Paragraph.labelled("chosen by", setting.selectedBy())
                + Paragraph.labelled("windows", windows())
                + Paragraph.labelled("gaps", card.coverage().filledInputs() + " look-back cells filled from the past; "
                        + card.coverage().missingTargets() + " of " + card.coverage().targets()
                        + " target cells missing, not scored")
                + Paragraph.labelled("intervals", intervals());
    }

    private String windows() {
        String reasons = card.coverage().excluded().entrySet().stream().filter(reason -> reason.getValue() > 0)
                .map(reason -> reason.getKey() + " " + reason.getValue()).collect(Collectors.joining(", "));
        return card.coverage().windows() + " scored, " + card.coverage().excludedWindows() + " excluded"
                + (reasons.isEmpty() ? "" : " (" + reasons + ")") + ", stride " + card.setting().stride();
    }

    private String intervals() {
        int block = card.bootstrap().blockLength();
        if (!card.bootstrap().suffices(card.coverage().windows())) {
            return "none: " + card.coverage().windows() + " windows are too few for blocks of " + block;
        }
        return Figures.percent(card.bootstrap().level()) + ", from " + card.bootstrap().resamples()
                + " bootstrap resamples in blocks of " + block + " windows, seed " + card.bootstrap().seed();
    }
}
