package dev.trivium.evaluation.scorecard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A card without the seconds and microseconds in it, which no two runs share. */
final class CardScores {

    /** The component of {@link Method} that holds times. */
    private static final String COST = "cost";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CardScores() {}

    static String json(Card card) {
        try {
            JsonNode root = MAPPER.readTree(card.json());
            strip(root);
            return root.toPrettyString().replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(COST);
        }
        node.forEach(CardScores::strip);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform must offer SHA-256", e);
        }
    }
}
