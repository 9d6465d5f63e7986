package dev.trivium.cli.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Changes one to three places of a JSON object. */
final class JsonMutator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DEEP = "@deep@";

    private final SplittableRandom random;

    JsonMutator(SplittableRandom random) {
        this.random = random;
    }

    private record Place(JsonNode parent, String key, int index) {

        JsonNode value() {
            return parent instanceof ObjectNode ? parent.get(key) : parent.get(index);
        }

        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(key, value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(key);
            } else {
                ((ArrayNode) parent).remove(index);
            }
        }
    }

    byte[] mutate(byte[] json) throws IOException {
        JsonNode root = JSON.readTree(json);
        for (int i = 1 + random.nextInt(5) / 2; i > 0; i--) {
            List<Place> places = new ArrayList<>();
            collect(root, places);
            if (places.isEmpty()) {
                ((ObjectNode) root).put(Telling.text(random), Telling.whole(random));
            } else {
                change(places.get(random.nextInt(places.size())), places);
            }
        }
        String text = JSON.writeValueAsString(root);
        int depth = random.nextInt(2) == 0 ? 70 : 3000;
        return text.replace("\"" + DEEP + "\"", "[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8);
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                places.add(new Place(object, each.getKey(), 0));
                collect(each.getValue(), places);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, "", i));
                collect(array.get(i), places);
            }
        }
    }

    private void change(Place place, List<Place> places) {
        switch (random.nextInt(12)) {
            case 0 -> place.remove();
            case 1 -> place.set(places.get(random.nextInt(places.size())).value().deepCopy());
            case 2 -> place.set(any());
            case 3 -> rename(place);
            case 4 -> grow(place);
            default -> place.set(near(place.value()));
        }
    }

    private void rename(Place place) {
        if (place.parent() instanceof ObjectNode object) {
            JsonNode value = object.get(place.key());
            if (random.nextBoolean()) {
                object.remove(place.key());
            }
            object.set(random.nextInt(3) == 0 ? place.key().toUpperCase(java.util.Locale.ROOT) : Telling.text(random), value);
        }
    }

    private void grow(Place place) {
        if (place.value() instanceof ArrayNode array) {
            int times = random.nextInt(8) == 0 ? 2000 : 1 + random.nextInt(3);
            for (int i = 0; i < times; i++) {
                array.add(array.isEmpty() ? any() : array.get(random.nextInt(array.size())).deepCopy());
            }
        } else {
            place.set(NODES.arrayNode().add(place.value().deepCopy()));
        }
    }

    /** A value of the same sort, most of the time one that gets past a check of types. */
    private JsonNode near(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            long n = value.longValue();
            return NODES.numberNode(switch (random.nextInt(7)) {
                case 0 -> n + 1;
                case 1 -> n - 1;
                case 2 -> -n;
                case 3 -> 2 * n;
                case 4 -> n / 2;
                default -> Telling.whole(random);
            });
        }
        if (value.isNumber()) {
            double x = value.doubleValue();
            return NODES.numberNode(switch (random.nextInt(4)) {
                case 0 -> -x;
                case 1 -> 1000 * x;
                case 2 -> x * (1 + 1e-6);
                default -> Telling.real(random);
            });
        }
        if (value.isTextual()) {
            return NODES.textNode(text(value.textValue()));
        }
        return value.isBoolean() ? NODES.booleanNode(!value.booleanValue()) : any();
    }

    private String text(String text) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + (char) (32 + random.nextInt(95)) + text.substring(Math.min(text.length(), at + 1));
            case 2 -> text + text;
            case 3 -> text.toLowerCase(java.util.Locale.ROOT);
            default -> Telling.text(random);
        };
    }

    private JsonNode any() {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(Telling.whole(random));
            case 3 -> NODES.numberNode(Telling.real(random));
            case 4 -> NODES.textNode(Telling.text(random));
            case 5 -> NODES.arrayNode();
            case 6 -> NODES.objectNode();
            case 7 -> DecimalNode.valueOf(new BigDecimal(random.nextBoolean() ? "1e999" : "123456789012345678901234567890"));
            default -> NODES.textNode(DEEP);
        };
    }
}
