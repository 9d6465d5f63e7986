package dev.trivium.nn.artifact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects as maps with one form: keys sorted, whole numbers as Long, others as finite Double, arrays as lists; unmodifiable.
 * The form is taken when a map enters, so what is written equals what is read back.
 */
final class JsonObjects {

    private static final int DEEPEST = 64;
    /** Values, names and brackets of an entry: what they take on the heap is bounded by it, whatever they are. */
    private static final int MOST_TOKENS = 400_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxTokenCount(MOST_TOKENS).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_LONG_FOR_INTS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private JsonObjects() {}

    /** A copy in the one form; {@code what} names the map in the IllegalArgumentException for a value that JSON cannot hold. */
    static Map<String, @Nullable Object> canonical(String what, Map<String, ?> object) {
        return object(what, object, 1);
    }

    static byte[] write(Map<String, ?> canonical) {
        try {
            return (MAPPER.writeValueAsString(canonical) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, @Nullable Object> read(byte[] utf8, Refusal where) throws IOException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
            Map<String, @Nullable Object> object = MAPPER.readValue(text, OBJECT);
            if (object == null) {
                throw where.because("entry must be a JSON object, got null");
            }
            return canonical(where.entry(), object);
        } catch (CharacterCodingException e) {
            throw where.because("entry must be UTF-8", e);
        } catch (StreamConstraintsException e) {
            throw where.because("entry must be nested at most " + DEEPEST + " deep and hold at most " + MOST_TOKENS + " values, names and brackets, got "
                    + TextQuote.of(e.getOriginalMessage()), e);
        } catch (JsonProcessingException e) {
            throw where.because("entry must be a JSON object without duplicate names, got " + TextQuote.of(e.getOriginalMessage()), e);
        } catch (IllegalArgumentException e) {
            throw where.because(e.getMessage(), e);
        }
    }

    /** Refuses what {@link #read} would refuse for its length; for writers. */
    static void requireReadable(byte[] written, Refusal where) throws IOException {
        try (JsonParser parser = MAPPER.createParser(written)) {
            while (parser.nextToken() != null) {
                // the parser counts
            }
        } catch (StreamConstraintsException e) {
            throw where.because("entry must hold at most " + MOST_TOKENS + " values, names and brackets, got " + TextQuote.of(e.getOriginalMessage()), e);
        }
    }

    private static @Nullable Object value(String at, @Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof String text) {
            return text(at, text);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            return finite(at, ((Number) value).doubleValue());
        }
        if (value instanceof List<?> list) {
            return list(at, list, depth + 1);
        }
        if (value instanceof Map<?, ?> map) {
            return object(at, map, depth + 1);
        }
        throw new IllegalArgumentException(at + " must be text, a boolean, a number of at most 64 bits, a list, a map or null, got "
                + value.getClass().getName());
    }

    private static double finite(String at, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(at + " must be finite, got " + number);
        }
        return number;
    }

    private static List<@Nullable Object> list(String at, List<?> list, int depth) {
        requireDepth(at, depth);
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        for (Object element : list) {
            copy.add(value(at + "[" + copy.size() + "]", element, depth));
        }
        return Collections.unmodifiableList(copy);
    }

    private static Map<String, @Nullable Object> object(String at, Map<?, ?> map, int depth) {
        requireDepth(at, depth);
        Map<String, @Nullable Object> copy = new TreeMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException(at + " must have keys that are text, got " + key);
            }
            String child = at + "." + TextQuote.of(name);
            copy.put(text(child, name), value(child, value, depth));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static void requireDepth(String at, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(at + " must be nested at most " + DEEPEST + " deep");
        }
    }

    private static String text(String at, String text) {
        if (!Safetensors.wellFormed(text)) {
            throw new IllegalArgumentException(at + " must be text without half surrogates");
        }
        return text;
    }
}
