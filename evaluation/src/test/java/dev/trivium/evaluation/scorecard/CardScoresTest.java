package dev.trivium.evaluation.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CardScoresTest {

    private static ScoreCard withCost(ScoreCard card, Cost cost) {
        List<ScoreRow> rows = card.rows().stream().map(row -> new ScoreRow(new Method(row.method().name(), row.method().kind(), row.method().seeds(), cost,
                row.method().note()), row.overall(), row.skill(), row.againstNaive(), row.steps(), row.series(), row.intervals())).toList();
        return new ScoreCard(card.title(), card.setting(), card.coverage(), card.bootstrap(), rows, card.audit());
    }

    @Test
    void costsTakeNoPartInTheFingerprintAndScoresDo() {
        ScoreCard card = Cards.card(0.7, 0.1);
        assertEquals(withCost(card, new Cost(1, 2, 3)).fingerprint(), withCost(card, new Cost(4, 5, 6)).fingerprint());
        assertNotEquals(card.fingerprint(), Cards.card(0.7, 0.2).fingerprint());
        assertTrue(card.fingerprint().matches("[0-9a-f]{64}"));
    }

    @Test
    void theScoresAreTheCardWithoutCosts() {
        ScoreCard card = Cards.card(0.7, 0.1);
        assertTrue(card.json().contains("fitSeconds"));
        assertFalse(card.scores().contains("cost") || card.scores().contains("fitSeconds"));
        assertTrue(card.scores().startsWith("{\n  \"format\" : \"trivium score card 2\""), card.scores());
    }
}
