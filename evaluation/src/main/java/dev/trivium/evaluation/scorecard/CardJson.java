package dev.trivium.evaluation.scorecard;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/**
 * A card as JSON: the records as they are, in the order of their components, after {@code format} and {@code verdict}.
 * NaN is written as null and read back as NaN.
 */
final class CardJson {

    private static final String FORMAT = "trivium score card 1";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new NumberOrNull(Double.class))
                    .addSerializer(double.class, new NumberOrNull(double.class))
                    .addDeserializer(double.class, new NullAsNaN()))
            .build();

    private CardJson() {
    }

    static String write(ScoreCard card) {
        ObjectNode root = MAPPER.createObjectNode().put("format", FORMAT);
        root.set("verdict", verdict(card));
        root.setAll(MAPPER.<ObjectNode>valueToTree(card));
        return root.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    static ScoreCard read(String json) throws IOException {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IOException("score card must be JSON, got: " + e.getOriginalMessage(), e);
        }
        if (!(root instanceof ObjectNode object) || !FORMAT.equals(object.path("format").asText())) {
            throw new IOException("score card must have the format \"" + FORMAT + "\", got "
                    + (root == null ? "nothing" : root.path("format")));
        }
        object.remove("format");
        JsonNode verdict = object.remove("verdict");
        ScoreCard card = card(object);
        if (!verdict(card).equals(verdict)) {
            throw new IOException("score card must have the verdict that its rows give, got " + verdict);
        }
        return card;
    }

    private static ScoreCard card(ObjectNode object) throws IOException {
        try {
            return MAPPER.treeToValue(object, ScoreCard.class);
        } catch (JsonProcessingException e) {
            throw new IOException("score card must hold the fields of the format, got: " + e.getOriginalMessage(), e);
        }
    }

    private static ArrayNode verdict(ScoreCard card) {
        ArrayNode sentences = MAPPER.createArrayNode();
        card.verdict().forEach(sentences::add);
        return sentences;
    }

    private static final class NumberOrNull extends StdSerializer<Double> {

        private static final long serialVersionUID = 1;

        NumberOrNull(Class<Double> type) {
            super(type);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        }
    }

    private static final class NullAsNaN extends StdDeserializer<Double> {

        private static final long serialVersionUID = 1;

        NullAsNaN() {
            super(double.class);
        }

        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return _parseDoublePrimitive(in, context);
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }
}
