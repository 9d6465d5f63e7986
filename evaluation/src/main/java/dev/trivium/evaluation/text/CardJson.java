package dev.trivium.evaluation.text;

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
import java.util.List;
import java.util.function.Function;

/**
 * Cards as JSON: the records as they are, in the order of their components, after {@code format} and {@code verdict}.
 * NaN is written as null and read back as NaN.
 *
 * @param <T> the type of card, a record
 */
public final class CardJson<T> {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new NumberOrNull(Double.class))
                    .addSerializer(double.class, new NumberOrNull(double.class))
                    .addDeserializer(double.class, new NullAsNaN()))
            .build();

    private final String format;
    private final Class<T> type;
    private final Function<T, List<String>> verdict;

    /**
     * @param format  what stands in the first line of such cards, with a version
     * @param type    the record
     * @param verdict the sentences that a card's rows give; written for readers, and checked when a card is read
     */
    public CardJson(String format, Class<T> type, Function<T, List<String>> verdict) {
        this.format = format;
        this.type = type;
        this.verdict = verdict;
    }

    /** {@return the card as indented JSON that ends in a line end} */
    public String write(T card) {
        ObjectNode root = MAPPER.createObjectNode().put("format", format);
        root.set("verdict", sentences(card));
        root.setAll(MAPPER.<ObjectNode>valueToTree(card));
        return root.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the text is not such a card, naming what is wrong
     */
    public T read(String json) throws IOException {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IOException("score card must be JSON, got: " + e.getOriginalMessage(), e);
        }
        if (!(root instanceof ObjectNode object) || !format.equals(object.path("format").asText())) {
            throw new IOException("score card must have the format \"" + format + "\", got "
                    + (root == null ? "nothing" : root.path("format")));
        }
        object.remove("format");
        JsonNode stated = object.remove("verdict");
        T card = card(object);
        if (!sentences(card).equals(stated)) {
            throw new IOException("score card must have the verdict that its rows give, got " + stated);
        }
        return card;
    }

    private T card(ObjectNode object) throws IOException {
        try {
            return MAPPER.treeToValue(object, type);
        } catch (JsonProcessingException e) {
            throw new IOException("score card must hold the fields of the format, got: " + e.getOriginalMessage(), e);
        }
    }

    private ArrayNode sentences(T card) {
        ArrayNode sentences = MAPPER.createArrayNode();
        verdict.apply(card).forEach(sentences::add);
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
