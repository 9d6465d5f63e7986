package dev.trivium.nn.artifact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}: what the other entries must be.
 *
 * @param kind        what the file is: a model's name, or {@code checkpoint}
 * @param kindVersion version of that kind's own layout
 * @param entries     size and checksum of every other entry; for the weights the checksum is that of their header
 * @param tensors     every tensor by name
 */
record Manifest(String kind, int kindVersion, Map<ModelEntry, EntrySum> entries, Map<String, TensorSum> tensors) {

    static final String FORMAT = "trivium";
    static final int FORMAT_VERSION = 1;

    record EntrySum(long bytes, String sha256) {}

    record TensorSum(String name, ElementType type, List<Long> shape, String sha256) {

        static TensorSum of(StoredTensor tensor, String sha256) {
            return new TensorSum(tensor.name(), tensor.type(), Arrays.stream(tensor.shape()).boxed().toList(), sha256);
        }
    }

    byte[] json() {
        Map<String, Object> sums = new TreeMap<>();
        entries.forEach((entry, sum) -> sums.put(entry.file(), Map.of("bytes", sum.bytes(), checksumKey(entry), sum.sha256())));
        List<Map<String, Object>> list = tensors.values().stream().map(Manifest::describe).toList();
        return JsonObjects.write(JsonObjects.canonical(ModelEntry.MANIFEST.file(), Map.of(
                "format", FORMAT, "formatVersion", FORMAT_VERSION, "kind", kind, "kindVersion", kindVersion,
                "entries", sums, "tensors", list)));
    }

    private static Map<String, Object> describe(TensorSum tensor) {
        return Map.of("name", tensor.name(), "type", tensor.type().name(), "shape", tensor.shape(), "sha256", tensor.sha256());
    }

    /** The elements of the weights are under each tensor's own checksum, so only their header needs one here. */
    private static String checksumKey(ModelEntry entry) {
        return entry == ModelEntry.WEIGHTS ? "headerSha256" : "sha256";
    }

    static Manifest parse(byte[] json, Refusal where) throws IOException {
        Map<String, @Nullable Object> object = JsonObjects.read(json, where);
        ManifestFields top = new ManifestFields(object, "manifest", where);
        if (!FORMAT.equals(object.get("format"))) {
            throw where.because("format must be " + FORMAT + ", got " + object.get("format"));
        }
        int version = top.version("formatVersion");
        if (version != FORMAT_VERSION) {
            throw where.because("formatVersion must be " + FORMAT_VERSION + ", got " + version + ": the file needs another version of Trivium");
        }
        top.requireOnly("format", "formatVersion", "kind", "kindVersion", "entries", "tensors");
        String kind = top.text("kind");
        if (!ModelContents.isKind(kind)) {
            throw where.because("kind must be " + ModelContents.KIND_RULE + ", got " + TextQuote.of(kind));
        }
        return new Manifest(kind, top.version("kindVersion"), parseEntries(top.object("entries"), where),
                parseTensors(top.list("tensors"), where));
    }

    private static Map<ModelEntry, EntrySum> parseEntries(Map<?, ?> object, Refusal where) throws ModelFileException {
        Map<ModelEntry, EntrySum> sums = new EnumMap<>(ModelEntry.class);
        for (Map.Entry<?, ?> each : object.entrySet()) {
            String name = String.valueOf(each.getKey());
            ModelEntry entry = ModelEntry.named(name).filter(e -> e != ModelEntry.MANIFEST)
                    .orElseThrow(() -> where.because("entries must be those of a model file, got " + TextQuote.of(name)));
            ManifestFields sum = ManifestFields.of(each.getValue(), "entry " + name, where);
            sum.requireOnly("bytes", checksumKey(entry));
            sums.put(entry, new EntrySum(sum.whole("bytes"), sum.checksum(checksumKey(entry))));
        }
        return sums;
    }

    private static Map<String, TensorSum> parseTensors(List<?> list, Refusal where) throws ModelFileException {
        Map<String, TensorSum> tensors = new TreeMap<>();
        for (Object each : list) {
            ManifestFields fields = ManifestFields.of(each, "tensor", where);
            fields.requireOnly("name", "type", "shape", "sha256");
            String name = fields.text("name");
            String typeName = fields.text("type");
            ElementType type = ElementType.named(typeName).orElseThrow(() -> where.because(
                    "type of tensor " + TextQuote.of(name) + " must be one of " + ElementType.names() + ", got " + TextQuote.of(typeName)));
            List<Long> shape = new ArrayList<>();
            for (Object size : fields.list("shape")) {
                if (!(size instanceof Long n)) {
                    throw where.because("shape of tensor " + TextQuote.of(name) + " must hold whole numbers, got " + size);
                }
                shape.add(n);
            }
            if (tensors.put(name, new TensorSum(name, type, shape, fields.checksum("sha256"))) != null) {
                throw where.because("tensor " + TextQuote.of(name) + " must be listed once, got it twice");
            }
        }
        return tensors;
    }
}
