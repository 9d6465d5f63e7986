package dev.trivium.data.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code catalog.json}. A field that is missing, unknown or of the wrong type is an error. */
final class CatalogReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CatalogReader() {}

    static List<DataSet> read(InputStream json) throws IOException {
        JsonNode root = MAPPER.readTree(json);
        allow(root, Set.of("format", "sets"));
        if (root.path("format").asInt() != 1) {
            throw new IOException("format of the catalogue must be 1, got " + root.path("format"));
        }
        List<DataSet> sets = new ArrayList<>();
        for (JsonNode set : root.path("sets")) {
            sets.add(set(set));
        }
        return sets;
    }

    private static DataSet set(JsonNode node) throws IOException {
        allow(node, Set.of("name", "title", "domain", "shape", "step", "note", "licence", "citation", "reading", "molecules", "files"));
        List<DataFile> files = new ArrayList<>();
        for (JsonNode file : node.path("files")) {
            files.add(file(file));
        }
        Optional<Reading> reading = node.has("reading") ? Optional.of(ReadingHints.read(node.get("reading"))) : Optional.empty();
        Optional<MoleculeTable> molecules = node.has("molecules") ? Optional.of(MoleculeHints.read(node.get("molecules"))) : Optional.empty();
        return new DataSet(text(node, "name"), text(node, "title"), Domain.valueOf(constant(text(node, "domain"))),
                new DataSet.Layout(text(node, "shape"), text(node, "step"), optional(node, "note")),
                new DataSet.Terms(text(node, "licence"), text(node, "citation")), reading, molecules, files);
    }

    private static DataFile file(JsonNode node) throws IOException {
        allow(node, Set.of("name", "bytes", "sha256", "gitBlobSha1", "mirror", "url", "archive", "member", "shipped", "page"));
        Checksum checksum = node.has("sha256")
                ? new Checksum(Checksum.Kind.SHA_256, text(node, "sha256"))
                : new Checksum(Checksum.Kind.GIT_BLOB_SHA_1, text(node, "gitBlobSha1"));
        long bytes = node.has("bytes") ? node.get("bytes").longValue() : DataFile.UNKNOWN_SIZE;
        return new DataFile(text(node, "name"), bytes, checksum, source(node), text(node, "mirror"));
    }

    private static Source source(JsonNode node) throws IOException {
        if (node.has("archive")) {
            return new Source.Member(file(node.get("archive")), text(node, "member"));
        }
        if (node.path("shipped").asBoolean()) {
            return new Source.Shipped();
        }
        return node.has("page") ? new Source.ByHand(URI.create(text(node, "page"))) : new Source.Download(URI.create(text(node, "url")));
    }

    /** {@return the name of the constant that a text such as {@code ett-hourly} stands for} */
    static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static String text(JsonNode node, String field) throws IOException {
        return optional(node, field).orElseThrow(() -> new IOException("catalogue must have \"" + field + "\", got " + node));
    }

    static Optional<String> optional(JsonNode node, String field) throws IOException {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IOException("\"" + field + "\" of the catalogue must be a text, got " + value);
        }
        return Optional.of(value.textValue());
    }

    static void allow(JsonNode node, Set<String> known) throws IOException {
        for (Iterator<String> names = node.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new IOException("catalogue must have only known fields, got \"" + name + "\"");
            }
        }
    }
}
