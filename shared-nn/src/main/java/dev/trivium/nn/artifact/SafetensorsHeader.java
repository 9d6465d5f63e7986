package dev.trivium.nn.artifact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parses the JSON header of a safetensors file: a flat object of tensors, each with exactly dtype, shape and data_offsets. */
final class SafetensorsHeader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(3).maxNumberLength(20).build())
            .build();

    private final JsonParser parser;
    private final Refusal header;
    private final List<Region> regions = new ArrayList<>();
    private final Map<String, String> metadata = new TreeMap<>();

    /** A tensor's description: its elements are the bytes [begin, end) after the header. */
    record Region(String name, ElementType type, long[] shape, long begin, long end) {}

    private SafetensorsHeader(JsonParser parser, Refusal header) {
        this.parser = parser;
        this.header = header;
    }

    static SafetensorsHeader parse(String json, Refusal header) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            SafetensorsHeader result = new SafetensorsHeader(parser, header);
            result.readAll();
            return result;
        } catch (JsonProcessingException e) {
            throw header.because("header must be valid JSON without duplicate names, got " + TextQuote.of(e.getOriginalMessage()), e);
        }
    }

    List<Region> regions() {
        return regions;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    private void readAll() throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT, "header", "be a JSON object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (name.equals(TensorRules.METADATA)) {
                readMetadata();
            } else {
                regions.add(readRegion(name));
            }
        }
        require(parser.nextToken() == null, "header", "end after its JSON object");
    }

    private void readMetadata() throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT, TensorRules.METADATA, "be an object of strings");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            require(parser.nextToken() == JsonToken.VALUE_STRING, TensorRules.METADATA, "be an object of strings");
            String value = parser.getText();
            if (!Safetensors.wellFormed(key) || !Safetensors.wellFormed(value)) {
                throw header.because(TensorRules.METADATA + " must be text without half surrogates, got " + TextQuote.of(key));
            }
            metadata.put(key, value);
        }
    }

    private Region readRegion(String name) throws IOException {
        var broken = TensorRules.name(name);
        if (broken.isPresent()) {
            throw header.because(broken.get());
        }
        String what = "tensor " + TextQuote.of(name);
        require(parser.nextToken() == JsonToken.START_OBJECT, what, "be an object");
        ElementType type = null;
        long[] shape = null;
        long[] offsets = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            switch (field) {
                case "dtype" -> type = readType(what);
                case "shape" -> shape = readSizes(what, "shape", TensorRules.HIGHEST_RANK);
                case "data_offsets" -> offsets = readSizes(what, "data_offsets", 2);
                default -> throw header.because(what + " must have only dtype, shape and data_offsets, got " + TextQuote.of(field));
            }
        }
        return region(name, what, type, shape, offsets);
    }

    private ElementType readType(String what) throws IOException {
        require(parser.nextToken() == JsonToken.VALUE_STRING, what + " dtype", "be a string");
        String name = parser.getText();
        return ElementType.named(name).orElseThrow(() -> header.because(
                what + " dtype must be one of " + ElementType.names() + ", got " + TextQuote.of(name)));
    }

    private long[] readSizes(String what, String field, int most) throws IOException {
        require(parser.nextToken() == JsonToken.START_ARRAY, what + " " + field, "be an array");
        long[] sizes = new long[most];
        int n = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken() == JsonToken.VALUE_NUMBER_INT && n < most, what + " " + field,
                    "hold at most " + most + " whole numbers");
            sizes[n] = parser.getLongValue();
            require(sizes[n] >= 0, what + " " + field, "not be negative");
            n++;
        }
        return Arrays.copyOf(sizes, n);
    }

    private Region region(String name, String what, @Nullable ElementType type, long @Nullable [] shape, long @Nullable [] offsets)
            throws ModelFileException {
        if (type == null || shape == null || offsets == null || offsets.length != 2) {
            throw header.because(what + " must have a dtype, a shape and two data_offsets");
        }
        long elements = TensorRules.elements(shape);
        if (elements < 0) {
            throw header.because(what + " shape must have a product below 2^60, got " + Arrays.toString(shape));
        }
        if (offsets[1] - offsets[0] != elements * type.size()) {
            throw header.because(what + " data_offsets must span " + elements * type.size() + " bytes for shape "
                    + Arrays.toString(shape) + " of " + type + ", got " + Arrays.toString(offsets));
        }
        return new Region(name, type, shape, offsets[0], offsets[1]);
    }

    private void require(boolean holds, String what, String rule) throws IOException {
        if (!holds) {
            JsonToken token = parser.currentToken();
            throw header.because(what + " must " + rule + ", got " + (token == null ? "the end" : TextQuote.of(parser.getText())));
        }
    }
}
