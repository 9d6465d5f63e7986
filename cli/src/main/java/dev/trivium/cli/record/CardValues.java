package dev.trivium.cli.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.evaluation.scorecard.Card;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A card as JSON-like values, without costs. */
final class CardValues {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CardValues() {}

    static Map<String, @Nullable Object> of(Card card) {
        try {
            return MAPPER.readValue(card.scores(), new TypeReference<Map<String, @Nullable Object>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
