package dev.trivium.evaluation.gap;

import dev.trivium.evaluation.metric.Bootstrap;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.text.Figures;
import dev.trivium.evaluation.text.Paragraph;
import java.util.stream.Collectors;

/** Lays a card out as text: verdict, what was hidden and seen, tables. */
final class GapText {

    private final GapCard card;

    GapText(GapCard card) {
        this.card = card;
    }

    String render() {
        GapTables tables = new GapTables(card);
        StringBuilder text = new StringBuilder();
        card.verdict().forEach(sentence -> text.append(Paragraph.wrap(sentence, "  ")));
        text.append('\n').append(Paragraph.wrap(card.title(), "")).append(about());
        text.append('\n').append(Paragraph.wrap("Errors over all scored cells" + unit()
                + "; lower is better, * is best; skill and p against " + card.bestSimple().method().name(), "")).append(tables.errors());
        tables.footnotes().forEach(note -> text.append(Paragraph.wrap(note, "    ")));
        text.append(Paragraph.wrap(Cost.memory(card.rows().stream().map(row -> row.method()).toList()), "    "));
        if (!card.contrasts().isEmpty()) {
            text.append("\nModels against each other, MAE\n").append(tables.contrasts());
        }
        text.append('\n').append(Paragraph.wrap("Share of scored cells within their interval, and its mean width" + unit() + ", by length of the gap", ""))
                .append(tables.coverage());
        return text.append('\n').append(card.audit().text()).toString();
    }

    private String unit() {
        return card.setting().unit().isEmpty() ? "" : " in " + card.setting().unit();
    }

    private String about() {
        GapSetting setting = card.setting();
        return Paragraph.labelled("data", setting.dataset() + ", visible part SHA-256 " + setting.visible())
                + Paragraph.labelled("hidden", setting.pattern() + "; " + setting.hidden() + " cells")
                + Paragraph.labelled("mask", "SHA-256 " + setting.mask())
                + Paragraph.labelled("scored", scored())
                + Paragraph.labelled("chosen by", setting.selectedBy())
                + Paragraph.labelled("intervals", intervals());
    }

    private String scored() {
        String reasons = card.excluded().entrySet().stream().filter(reason -> reason.getValue() > 0)
                .map(reason -> reason.getKey() + " " + reason.getValue()).collect(Collectors.joining(", "));
        return card.rows().get(0).cells() + " cells in " + card.resamples().rows() + " test rows; left out: "
                + (reasons.isEmpty() ? "none" : reasons);
    }

    private String intervals() {
        Bootstrap bootstrap = card.resamples().bootstrap();
        if (!bootstrap.suffices(card.resamples().rows())) {
            return "none: " + card.resamples().rows() + " test rows are too few for blocks of " + bootstrap.blockLength();
        }
        return Figures.percent(bootstrap.level()) + ", from " + bootstrap.resamples() + " bootstrap resamples in blocks of "
                + bootstrap.blockLength() + " rows, seed " + bootstrap.seed() + "; p from sign flips of such blocks";
    }
}
