package dev.trivium.evaluation.report;

import dev.trivium.evaluation.gap.GapCard;
import dev.trivium.evaluation.property.PropertyCard;
import dev.trivium.evaluation.scorecard.Card;
import dev.trivium.evaluation.scorecard.ScoreCard;
import java.util.ArrayList;
import java.util.List;

/** What a score card says, as blocks of a report. */
public final class CardSections {

    private CardSections() {
    }

    /** {@return the sections of a card: the verdict first, then what was scored, what the errors are made of, and the audit} */
    public static List<Section> of(Card card) {
        List<Section> sections = new ArrayList<>(own(card));
        Section verdict = sections.get(0);
        sections.set(0, new Section(verdict.title(), AuditBlocks.around(card.audit(), verdict.blocks())));
        sections.add(new Section("Audit", AuditBlocks.of(card.audit())));
        return sections;
    }

    private static List<Section> own(Card card) {
        if (card instanceof ScoreCard scores) {
            return new ForecastSections(scores).sections();
        }
        if (card instanceof PropertyCard properties) {
            return new PropertySections(properties).sections();
        }
        if (card instanceof GapCard gaps) {
            return new GapSections(gaps).sections();
        }
        throw new IllegalArgumentException("card must be of forecasts, properties or gaps, got " + card.getClass().getName());
    }
}
